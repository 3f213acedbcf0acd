package io.tapeline.collector.book;

import io.tapeline.model.decimal.Levels;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One side of a book: price levels in packed arrays, the best at the end, where nearly all changes happen. Prices and
 * sizes keep the venue's digits. Costs 18 bytes a level, 26 where it remembers updates. Not for use by several threads.
 */
final class BookSide {
    private final boolean bids;
    private int maxLevels;
    private long[] prices = new long[16];
    private byte[] priceScales = new byte[16];
    private long[] sizes = new long[16];
    private byte[] sizeScales = new byte[16];
    private long @Nullable [] updates;
    private int count;

    /**
     * @param bids whether the highest price is the best
     * @param maxLevels levels kept; beyond them the worst level is forgotten
     * @param dated whether each level remembers the update that set it
     */
    BookSide(boolean bids, int maxLevels, boolean dated) {
        this.bids = bids;
        this.maxLevels = maxLevels;
        this.updates = dated ? new long[16] : null;
    }

    int size() {
        return count;
    }

    void clear() {
        count = 0;
    }

    /** Replaces all levels. */
    void load(Levels levels, long update) {
        count = 0;
        int kept = Math.min(levels.size(), maxLevels);
        reserve(kept);
        // Venues send the best first; whatever they send, set() puts it in its place.
        for (int level = kept - 1; level >= 0; level--) {
            set(
                    levels.priceMantissa(level),
                    levels.priceScale(level),
                    levels.sizeMantissa(level),
                    levels.sizeScale(level),
                    update);
        }
    }

    /** Applies absolute sizes; zero deletes, and deleting a level that is not there is normal. */
    void apply(Levels levels, long update) {
        for (int level = 0; level < levels.size(); level++) {
            set(
                    levels.priceMantissa(level),
                    levels.priceScale(level),
                    levels.sizeMantissa(level),
                    levels.sizeScale(level),
                    update);
        }
    }

    void keep(int levels) {
        maxLevels = levels;
    }

    /** Forgets the worst levels when there are more than are kept; answers them with size 0. */
    Levels cut() {
        int excess = count - maxLevels;
        if (excess <= 0) {
            return Levels.EMPTY;
        }
        Levels.Builder gone = Levels.builder(excess);
        for (int at = 0; at < excess; at++) {
            gone.add(prices[at], priceScales[at], 0, 0);
        }
        remove(0, excess);
        return gone.build();
    }

    private void set(long price, int priceScale, long levelSize, int sizeScale, long update) {
        int at = find(price, priceScale);
        if (levelSize == 0) {
            if (at >= 0) {
                remove(at);
            }
        } else if (at >= 0) {
            sizes[at] = levelSize;
            sizeScales[at] = (byte) sizeScale;
            date(at, update);
        } else {
            insert(-at - 1, price, priceScale, levelSize, sizeScale, update);
        }
    }

    private void date(int at, long update) {
        if (updates != null) {
            updates[at] = update;
        }
    }

    /** Index of a price, or -(insertion point) - 1. */
    private int find(long price, int scale) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(prices[middle], priceScales[middle], price, scale);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** Negative when the first price is worse than the second. */
    private int compare(long price, int scale, long otherPrice, int otherScale) {
        int order = compareValues(price, scale, otherPrice, otherScale);
        return bids ? order : -order;
    }

    static int compareValues(long price, int scale, long otherPrice, int otherScale) {
        return scale == otherScale
                ? Long.compare(price, otherPrice)
                : BigDecimal.valueOf(price, Levels.power(scale))
                        .compareTo(BigDecimal.valueOf(otherPrice, Levels.power(otherScale)));
    }

    private void insert(int at, long price, int priceScale, long levelSize, int sizeScale, long update) {
        reserve(count + 1);
        int moved = count - at;
        System.arraycopy(prices, at, prices, at + 1, moved);
        System.arraycopy(priceScales, at, priceScales, at + 1, moved);
        System.arraycopy(sizes, at, sizes, at + 1, moved);
        System.arraycopy(sizeScales, at, sizeScales, at + 1, moved);
        if (updates != null) {
            System.arraycopy(updates, at, updates, at + 1, moved);
        }
        prices[at] = price;
        priceScales[at] = (byte) priceScale;
        sizes[at] = levelSize;
        sizeScales[at] = (byte) sizeScale;
        date(at, update);
        count++;
    }

    private void remove(int at) {
        remove(at, 1);
    }

    private void remove(int from, int levels) {
        int next = from + levels;
        int moved = count - next;
        System.arraycopy(prices, next, prices, from, moved);
        System.arraycopy(priceScales, next, priceScales, from, moved);
        System.arraycopy(sizes, next, sizes, from, moved);
        System.arraycopy(sizeScales, next, sizeScales, from, moved);
        if (updates != null) {
            System.arraycopy(updates, next, updates, from, moved);
        }
        count -= levels;
    }

    private void reserve(int levels) {
        if (levels > prices.length) {
            int length = Math.max(levels, prices.length + prices.length / 4 + 1);
            prices = Arrays.copyOf(prices, length);
            priceScales = Arrays.copyOf(priceScales, length);
            sizes = Arrays.copyOf(sizes, length);
            sizeScales = Arrays.copyOf(sizeScales, length);
            updates = updates == null ? null : Arrays.copyOf(updates, length);
        }
    }

    /** The best levels, best first. */
    Levels top(int limit) {
        int levels = Math.min(limit, count);
        Levels.Builder top = Levels.builder(levels);
        for (int at = count - 1; at >= count - levels; at--) {
            top.add(prices[at], priceScales[at], sizes[at], sizeScales[at]);
        }
        return top.build();
    }

    /** The update that set the best level. */
    long bestUpdate() {
        return updates == null ? 0 : updates[count - 1];
    }

    BigDecimal bestSize() {
        return Levels.value(sizes[count - 1], sizeScales[count - 1]);
    }

    /** Takes from the best level, which goes when nothing is left of it, and notes what is left. */
    void takeFromBest(BigDecimal size, Levels.Builder changed) {
        int best = count - 1;
        BigDecimal left = bestSize().subtract(size);
        if (left.signum() <= 0) {
            changed.add(prices[best], priceScales[best], 0, 0);
            remove(best);
        } else {
            sizes[best] = left.unscaledValue().longValueExact();
            sizeScales[best] = (byte) left.scale();
            changed.add(prices[best], priceScales[best], sizes[best], sizeScales[best]);
        }
    }

    /** Whether the best price here meets or passes the other side's best. */
    boolean crosses(BookSide asks) {
        return count > 0
                && asks.count > 0
                && compareValues(
                                prices[count - 1],
                                priceScales[count - 1],
                                asks.prices[asks.count - 1],
                                asks.priceScales[asks.count - 1])
                        >= 0;
    }
}
