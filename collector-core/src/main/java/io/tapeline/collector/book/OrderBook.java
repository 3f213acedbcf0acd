package io.tapeline.collector.book;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.model.decimal.Levels;

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
        bids = new BookSide(true, maxLevels);
        asks = new BookSide(false, maxLevels);
    }

    /** Replaces the book. */
    public void load(Levels newBids, Levels newAsks) {
        bids.load(newBids);
        asks.load(newAsks);
    }

    /** Applies absolute sizes; zero deletes. */
    public void apply(Levels bidChanges, Levels askChanges) {
        bids.apply(bidChanges);
        asks.apply(askChanges);
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
