package io.tapeline.emulator.kit;

import java.util.ArrayDeque;

/** Holds what the venue sends only after a while, in order. */
public final class Outbox {
    private final long delayMillis;
    private final ArrayDeque<Entry> waiting = new ArrayDeque<>();

    public Outbox(long delayMillis) {
        this.delayMillis = delayMillis;
    }

    public void add(long now, Runnable send) {
        waiting.addLast(new Entry(now + delayMillis, send));
    }

    public void release(long now) {
        for (Entry next = waiting.peekFirst(); next != null && next.due <= now; next = waiting.peekFirst()) {
            waiting.removeFirst();
            next.send.run();
        }
    }

    private record Entry(long due, Runnable send) {}
}
