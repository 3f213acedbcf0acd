package io.tapeline.emulator.market;

import java.util.NavigableMap;
import java.util.SplittableRandom;

/** Places, changes and cancels resting orders so that a book stays filled around the fair price and never crosses. */
final class Liquidity {
    /** Average distance between levels near the touch, as a share of the price. */
    private static final double GAP = 0.00003;

    private final SymbolSpec spec;
    private final int levels;
    private final SplittableRandom random;
    private final Book book;

    Liquidity(SymbolSpec spec, int levels, SplittableRandom random, Book book) {
        this.spec = spec;
        this.levels = levels;
        this.random = random;
        this.book = book;
    }

    /** Fills an empty book. */
    void fill(long fair, long time) {
        for (boolean bid : new boolean[] {true, false}) {
            long price = bid ? fair - 1 : fair;
            for (int i = 0; i < levels && price > 0; i++) {
                book.set(bid, price, size(price), time);
                price += (bid ? -1 : 1) * gap(fair);
            }
        }
    }

    /** One more action of somebody: mostly around the touch, sometimes far away. */
    void act(long fair, long time) {
        boolean bid = random.nextBoolean();
        int what = random.nextInt(100);
        if (what < 25) {
            follow(fair, time);
        } else if (what < 50) {
            book.set(bid, place(bid, fair), size(fair), time);
        } else {
            change(bid, what < 75, time);
        }
        trim(bid, time);
        replenish(fair, time);
    }

    /** Cancels what the fair price has passed and quotes next to it. */
    private void follow(long fair, long time) {
        cross(true, fair - 1, time);
        cross(false, fair, time);
        book.set(true, Math.max(1, fair - 1), size(fair), time);
        book.set(false, Math.max(2, fair), size(fair), time);
    }

    private void cross(boolean bid, long limit, long time) {
        NavigableMap<Long, Long> side = book.side(bid);
        while (!side.isEmpty() && (bid ? side.firstKey() > limit : side.firstKey() < limit)) {
            book.set(bid, side.firstKey(), 0, time);
        }
    }

    /** After a trade: no side may be empty. */
    void replenish(long fair, long time) {
        if (book.bids().isEmpty()) {
            book.set(true, Math.max(1, Math.min(fair - 1, bestOr(false, fair) - 1)), size(fair), time);
        }
        if (book.asks().isEmpty()) {
            book.set(false, Math.max(fair, bestOr(true, fair - 1) + 1), size(fair), time);
        }
    }

    /** A price behind the touch of the own side, never at or beyond the other side. */
    private long place(boolean bid, long fair) {
        long distance = (long) (-Math.log(1 - random.nextDouble()) * 20 * gap(fair));
        return bid
                ? Math.max(1, Math.min(bestOr(true, fair - 1) - distance, bestOr(false, fair) - 1))
                : Math.max(bestOr(false, fair) + distance, bestOr(true, fair - 1) + 1);
    }

    private void change(boolean bid, boolean remove, long time) {
        NavigableMap<Long, Long> side = book.side(bid);
        if (side.size() < 2) {
            return;
        }
        Long price = nth(side, (int) (-Math.log(1 - random.nextDouble()) * Math.min(20, side.size() / 4.0)));
        book.set(bid, price, remove && side.size() > levels / 2 ? 0 : size(price), time);
    }

    private void trim(boolean bid, long time) {
        NavigableMap<Long, Long> side = book.side(bid);
        if (side.size() > levels) {
            book.set(bid, side.lastKey(), 0, time);
        }
    }

    private static Long nth(NavigableMap<Long, Long> side, int index) {
        Long price = side.firstKey();
        int at = 0;
        for (Long key : side.keySet()) {
            if (at++ > index) {
                break;
            }
            price = key;
        }
        return price;
    }

    private long bestOr(boolean bid, long otherwise) {
        NavigableMap<Long, Long> side = book.side(bid);
        return side.isEmpty() ? otherwise : side.firstKey();
    }

    private long gap(long fair) {
        return 1 + (long) (random.nextDouble() * 2 * GAP * fair);
    }

    private long size(long price) {
        return spec.lots(spec.levelUsd() * Math.exp(0.7 * random.nextGaussian()), price);
    }
}
