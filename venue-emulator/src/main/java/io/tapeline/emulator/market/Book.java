package io.tapeline.emulator.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** An order book in ticks and lots. Each change has an id; the sides never cross. */
public final class Book {
    private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private final Map<Integer, DiffWindow> windows = new HashMap<>();
    private final UpdateIds ids;
    private long lastId;
    private long lastTime;

    Book(UpdateIds ids, List<Integer> cadences, long time) {
        this.ids = ids;
        lastId = ids.next();
        lastTime = time;
        cadences.forEach(cadence -> windows.put(cadence, new DiffWindow(lastId)));
    }

    /** Sets the absolute size of a level; 0 removes it. */
    void set(boolean bid, long price, long size, long time) {
        TreeMap<Long, Long> side = bid ? bids : asks;
        Long before = size == 0 ? side.remove(price) : side.put(price, size);
        if (before == null ? size == 0 : before == size) {
            return;
        }
        lastId = ids.next();
        lastTime = time;
        for (DiffWindow window : windows.values()) {
            window.changed(bid, price, lastId);
        }
    }

    /** The changes since this was last asked for the cadence; empty when there were none. */
    public Optional<BookDiff> take(int cadenceMillis) {
        DiffWindow window = windows.get(cadenceMillis);
        return window == null ? Optional.empty() : window.take(this);
    }

    /** Id of the last change. */
    public long lastId() {
        return lastId;
    }

    public long lastTime() {
        return lastTime;
    }

    /** Best first. */
    public NavigableMap<Long, Long> bids() {
        return bids;
    }

    /** Best first. */
    public NavigableMap<Long, Long> asks() {
        return asks;
    }

    NavigableMap<Long, Long> side(boolean bid) {
        return bid ? bids : asks;
    }

    public Level bestBid() {
        return level(bids.firstEntry());
    }

    public Level bestAsk() {
        return level(asks.firstEntry());
    }

    /** The best levels of a side. */
    public List<Level> top(boolean bid, int limit) {
        List<Level> levels = new ArrayList<>(Math.min(limit, side(bid).size()));
        for (Map.Entry<Long, Long> entry : side(bid).entrySet()) {
            if (levels.size() == limit) {
                break;
            }
            levels.add(level(entry));
        }
        return levels;
    }

    private static Level level(Map.Entry<Long, Long> entry) {
        return new Level(entry.getKey(), entry.getValue());
    }
}
