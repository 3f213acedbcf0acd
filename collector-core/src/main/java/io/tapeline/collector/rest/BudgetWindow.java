package io.tapeline.collector.rest;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Weight spent in the last window. A sliding window: it is never over the limit of a venue that counts in fixed windows
 * either. What the venue's own count shows beyond ours was spent by others behind the same address.
 */
final class BudgetWindow {
    private record Spent(long at, int weight, boolean ours) {}

    private final Deque<Spent> spent = new ArrayDeque<>();
    private final long windowNanos;
    private long ours;
    private long others;

    BudgetWindow(long windowNanos) {
        this.windowNanos = windowNanos;
    }

    void spend(long now, int weight) {
        spent.addLast(new Spent(now, weight, true));
        ours += weight;
    }

    /** The venue says that this much was used in its window. */
    void correct(long now, long used) {
        expire(now);
        long unknown = used - ours - others;
        if (unknown > 0) {
            spent.addLast(new Spent(now, (int) Math.min(unknown, Integer.MAX_VALUE), false));
            others += unknown;
        }
    }

    long ours(long now) {
        expire(now);
        return ours;
    }

    long total(long now) {
        expire(now);
        return ours + others;
    }

    /** Nanoseconds until something that was spent expires; a whole window when nothing was. */
    long untilRelief(long now) {
        expire(now);
        Spent oldest = spent.peekFirst();
        return oldest == null ? windowNanos : oldest.at() + windowNanos - now;
    }

    private void expire(long now) {
        Spent oldest = spent.peekFirst();
        while (oldest != null && now - oldest.at() >= windowNanos) {
            spent.removeFirst();
            if (oldest.ours()) {
                ours -= oldest.weight();
            } else {
                others -= oldest.weight();
            }
            oldest = spent.peekFirst();
        }
    }
}
