package io.tapeline.launcher;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C and SIGTERM as a latch that somebody waits for. */
final class Stopping {
    private Stopping() {}

    /**
     * Counted down by the first signal. Not a shutdown hook: the embedded broker has one of its own, and hooks run all at
     * once. The compiler warns of {@code sun.misc.Signal} and cannot be told not to; nothing else lets a signal be seen.
     */
    static CountDownLatch onSignals() {
        CountDownLatch stopping = new CountDownLatch(1);
        for (String signal : new String[] {"INT", "TERM"}) {
            sun.misc.Signal.handle(new sun.misc.Signal(signal), received -> stopping.countDown());
        }
        return stopping;
    }
}
