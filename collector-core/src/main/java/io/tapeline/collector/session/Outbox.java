package io.tapeline.collector.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Sends texts no faster than the venue allows, evenly spaced. Answers the venue waits for go first; of those at most
 * {@value #MOST_URGENT} wait, the newest ones. Requests are bounded by the streams they are for.
 */
final class Outbox {
    private static final int MOST_URGENT = 8;

    private record Letter(String text, Runnable sent) {}

    private final Deque<Letter> urgent = new ArrayDeque<>();
    private final Deque<Letter> normal = new ArrayDeque<>();
    private final Consumer<String> send;
    private final BiConsumer<Duration, Runnable> later;
    private final Duration spacing;
    private boolean waiting;
    private boolean closed;

    /** @param perSecond most texts in any second */
    Outbox(double perSecond, Consumer<String> send, BiConsumer<Duration, Runnable> later) {
        this.send = send;
        this.later = later;
        this.spacing = Duration.ofNanos((long) (1e9 / perSecond));
    }

    /** What a venue's limit leaves for texts: its share, and at least one a second. */
    static double pace(int messagesPerSecond, double share) {
        return Math.max(1, Math.floor(messagesPerSecond * share));
    }

    void urgent(String text) {
        if (urgent.size() == MOST_URGENT) {
            urgent.removeFirst();
        }
        urgent.addLast(new Letter(text, () -> {}));
        drain();
    }

    /** @param sent run when the text is handed to the network */
    void normal(String text, Runnable sent) {
        normal.addLast(new Letter(text, sent));
        drain();
    }

    void close() {
        closed = true;
        urgent.clear();
        normal.clear();
    }

    private void drain() {
        if (waiting || closed) {
            return;
        }
        Letter next = urgent.isEmpty() ? normal.pollFirst() : urgent.pollFirst();
        if (next == null) {
            return;
        }
        waiting = true;
        later.accept(spacing, this::spaced);
        send.accept(next.text());
        next.sent().run();
    }

    private void spaced() {
        waiting = false;
        drain();
    }
}
