package io.tapeline.emulator.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The last trades of a symbol, by id. Bounded: the oldest make room for the newest. */
public final class TradeHistory {
    private final int capacity;
    private TradePrint[] ring = new TradePrint[256];
    private long firstId;
    private int size;

    TradeHistory(int capacity, long firstId) {
        this.capacity = capacity;
        this.firstId = firstId;
    }

    void add(TradePrint trade) {
        if (size == ring.length && size < capacity) {
            grow();
        }
        if (size == ring.length) {
            firstId++;
            size--;
        }
        ring[(int) (trade.id() % ring.length)] = trade;
        size++;
    }

    /** At most {@code limit} trades from an id on, oldest first. */
    public List<TradePrint> from(long id, int limit) {
        List<TradePrint> found = new ArrayList<>();
        for (long at = Math.max(id, firstId); at < endId() && found.size() < limit; at++) {
            found.add(at(at));
        }
        return found;
    }

    /** At most {@code limit} trades with {@code from <= time <= to}, oldest first. */
    public List<TradePrint> between(long from, long to, int limit) {
        List<TradePrint> found = new ArrayList<>();
        for (long at = firstAtOrAfter(from); at < endId() && found.size() < limit && at(at).time() <= to; at++) {
            found.add(at(at));
        }
        return found;
    }

    /** The last trades. */
    public List<TradePrint> last(int limit) {
        return from(endId() - limit, limit);
    }

    public Optional<TradePrint> newest() {
        return size == 0 ? Optional.empty() : Optional.of(at(endId() - 1));
    }

    /** One more than the id of the newest trade. */
    public long endId() {
        return firstId + size;
    }

    private TradePrint at(long id) {
        return ring[(int) (id % ring.length)];
    }

    private long firstAtOrAfter(long time) {
        long low = firstId;
        long high = endId();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (at(middle).time() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void grow() {
        List<TradePrint> all = from(firstId, size);
        ring = Arrays.copyOf(ring, Math.min(capacity, 2 * ring.length));
        all.forEach(trade -> ring[(int) (trade.id() % ring.length)] = trade);
    }
}
