package io.tapeline.emulator.polymarket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The orders of one window, told from the side of Up: prices in thousandths, sizes in hundredths of a share. An order to
 * buy Up at p is one to sell Down at 1 - p.
 */
final class OutcomeBook {
    static final int WHOLE = 1_000;

    /** A level of one side. */
    record Level(int price, long size) {}

    private final NavigableMap<Integer, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Integer, Long> asks = new TreeMap<>();

    NavigableMap<Integer, Long> side(boolean bid) {
        return bid ? bids : asks;
    }

    /** Sets the size of a level; 0 removes it. */
    void set(boolean bid, int price, long size) {
        if (size == 0) {
            side(bid).remove(price);
        } else {
            side(bid).put(price, size);
        }
    }

    long size(boolean bid, int price) {
        return side(bid).getOrDefault(price, 0L);
    }

    /** The best bid or ask of a token; 0 for no bid, {@link #WHOLE} for no ask. */
    int best(boolean up, boolean bid) {
        NavigableMap<Integer, Long> side = side(up == bid);
        if (side.isEmpty()) {
            return bid ? 0 : WHOLE;
        }
        return up ? side.firstKey() : WHOLE - side.firstKey();
    }

    /** Levels of a token in the order of the wire: bids ascend, asks descend, the best comes last. */
    List<Level> wire(boolean up, boolean bid) {
        List<Level> levels = new ArrayList<>();
        side(up == bid)
                .descendingMap()
                .forEach((price, size) -> levels.add(new Level(up ? price : WHOLE - price, size)));
        return levels;
    }
}
