package io.tapeline.emulator.kit;

import java.util.ArrayDeque;

/** Counts what a client sends in any one second. */
final class MessageRate {
    private final int limit;
    private final ArrayDeque<Long> times = new ArrayDeque<>();

    MessageRate(int limit) {
        this.limit = limit;
    }

    /** Whether one more is within the limit. */
    boolean count(long now) {
        while (!times.isEmpty() && times.peekFirst() <= now - 1000) {
            times.removeFirst();
        }
        times.addLast(now);
        return times.size() <= limit;
    }
}
