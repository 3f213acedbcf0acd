package io.tapeline.collector.session;

import java.time.Duration;

/**
 * Time by which silence is measured: it advances one tick per look at it. While the feed's thread is held up, by a slow
 * consumer or by the machine, nobody looks and no time passes, so that frames waiting in the queue are never taken for
 * silence of the venue.
 */
final class WatchTime {
    private long nanos;

    long nanos() {
        return nanos;
    }

    void advance(Duration tick) {
        nanos += tick.toNanos();
    }

    /** Whether at least that much time has passed since a moment. */
    boolean passed(long since, Duration duration) {
        return nanos - since >= duration.toNanos();
    }
}
