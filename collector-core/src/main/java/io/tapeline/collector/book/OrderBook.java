package io.tapeline.collector.book;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.model.decimal.Levels;
import java.math.BigDecimal;

/** Price levels of both sides, kept with the venue's digits. Not for use by several threads. */
public final class OrderBook implements BookSequencer.BookView {
    /** Levels kept a side when nothing else is said; the deepest snapshot of any venue has 5 000. */
    public static final int MAX_LEVELS = 10_000;

    private final BookSide bids;
    private final BookSide asks;

    public OrderBook() {
        this(MAX_LEVELS);
    }

    /** @param maxLevels levels kept a side; beyond them the worst is forgotten */
    public OrderBook(int maxLevels) {
        this(maxLevels, false);
    }

    /** @param dated whether each level remembers the update that set it, see {@link #resolveCrossing} */
    OrderBook(int maxLevels, boolean dated) {
        bids = new BookSide(true, maxLevels, dated);
        asks = new BookSide(false, maxLevels, dated);
    }

    /** Replaces the book. */
    public void load(Levels newBids, Levels newAsks) {
        load(newBids, newAsks, 0);
    }

    void load(Levels newBids, Levels newAsks, long update) {
        bids.load(newBids, update);
        asks.load(newAsks, update);
    }

    /** Keeps so many levels a side from now on. */
    void keep(int levels) {
        bids.keep(levels);
        asks.keep(levels);
    }

    /** Applies absolute sizes, zero deletes; then cuts off what is beyond the levels that are kept. */
    public void apply(Levels bidChanges, Levels askChanges) {
        apply(bidChanges, askChanges, 0);
    }

    Aftermath apply(Levels bidChanges, Levels askChanges, long update) {
        bids.apply(bidChanges, update);
        asks.apply(askChanges, update);
        return new Aftermath(bids.cut(), asks.cut());
    }

    /** See {@link BookSequencer.Crossing#RESOLVE}. */
    Aftermath resolveCrossing() {
        Levels.Builder changedBids = Levels.builder(0);
        Levels.Builder changedAsks = Levels.builder(0);
        while (crossed()) {
            BigDecimal bid = bids.bestSize();
            BigDecimal ask = asks.bestSize();
            int older = Long.compare(bids.bestUpdate(), asks.bestUpdate());
            if (older <= 0) {
                bids.takeFromBest(older == 0 ? ask : bid, changedBids);
            }
            if (older >= 0) {
                asks.takeFromBest(older == 0 ? bid : ask, changedAsks);
            }
        }
        return new Aftermath(changedBids.build(), changedAsks.build());
    }

    public void clear() {
        bids.clear();
        asks.clear();
    }

    /** The best bids, best first. */
    @Override
    public Levels bids(int limit) {
        return bids.top(limit);
    }

    /** The best asks, best first. */
    @Override
    public Levels asks(int limit) {
        return asks.top(limit);
    }

    /** Whether the best bid is at or above the best ask, which no settled book is. */
    public boolean crossed() {
        return bids.crosses(asks);
    }
}
