package io.tapeline.collector.time;

import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;

/** Measures how much time has passed; says nothing about the time of day. */
@FunctionalInterface
public interface MonotonicClock {
    MonotonicClock SYSTEM = System::nanoTime;

    /** Nanoseconds since some fixed moment. */
    long nanos();

    /** The time of a scheduler, for schedulers whose time is not the system's. */
    static MonotonicClock of(Scheduler scheduler) {
        return () -> scheduler.now(TimeUnit.NANOSECONDS);
    }
}
