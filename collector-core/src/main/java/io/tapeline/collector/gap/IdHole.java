package io.tapeline.collector.gap;

import java.util.BitSet;

/** Missing consecutive ids, both ends included. Not for use by several threads. */
public final class IdHole {
    /** Larger holes are not followed id by id: they count as filled by ids that come in order. */
    private static final int MAX_BITS = 1 << 24;

    private final long first;
    private final long last;
    private final long from;
    private final long to;
    private final BitSet filled = new BitSet();
    private long missing;

    /**
     * @param from time of the event before it, epoch microseconds
     * @param to time of the event after it
     */
    public IdHole(long first, long last, long from, long to) {
        if (last < first) {
            throw new IllegalArgumentException("a hole from " + first + " to " + last);
        }
        this.first = first;
        this.last = last;
        this.from = from;
        this.to = to;
        this.missing = last - first + 1;
    }

    public long first() {
        return first;
    }

    public long last() {
        return last;
    }

    public long from() {
        return from;
    }

    public long to() {
        return to;
    }

    /** How many ids it had at first. */
    public long length() {
        return last - first + 1;
    }

    /** How many are still missing. */
    public long missing() {
        return missing;
    }

    /** The lowest id that is still missing; {@code last + 1} when none is. */
    public long firstMissing() {
        return length() > MAX_BITS ? last + 1 - missing : first + filled.nextClearBit(0);
    }

    boolean contains(long id) {
        return id >= first && id <= last;
    }

    /** Marks an id as found; false when it was already. */
    boolean fill(long id) {
        if (length() > MAX_BITS) {
            if (id != firstMissing()) {
                return false;
            }
        } else {
            int bit = (int) (id - first);
            if (filled.get(bit)) {
                return false;
            }
            filled.set(bit);
        }
        missing--;
        return true;
    }

    @Override
    public String toString() {
        return first + ".." + last + " (" + missing + " missing)";
    }
}
