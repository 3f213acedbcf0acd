package io.tapeline.collector.session;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lets connections be opened one at a time, with a pause between them. Bounded by the number of connections. */
final class Gate {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final SessionContext context;
    private boolean shut;

    Gate(SessionContext context) {
        this.context = context;
    }

    void pass(Runnable opening) {
        waiting.addLast(opening);
        drain();
    }

    void forget() {
        waiting.clear();
    }

    private void drain() {
        if (shut || waiting.isEmpty()) {
            return;
        }
        shut = true;
        context.later(context.settings().connectInterval(), this::reopen);
        waiting.removeFirst().run();
    }

    private void reopen() {
        shut = false;
        drain();
    }
}
