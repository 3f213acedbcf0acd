package io.tapeline.collector.time;

import java.time.Clock;

/** When something arrived: epoch microseconds that never go back, whatever happens to the system's clock. */
@FunctionalInterface
public interface ReceiveClock {

    /** Now, in microseconds since the epoch; never less than an answer given before. Safe for several threads. */
    long micros();

    /** Follows the system's clock. One for the whole process, so that times agree between feeds. */
    static ReceiveClock system() {
        return new AnchoredReceiveClock(Clock.systemUTC(), MonotonicClock.SYSTEM);
    }
}
