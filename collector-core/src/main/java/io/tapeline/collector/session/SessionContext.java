package io.tapeline.collector.session;

import io.tapeline.collector.frame.DecodeTally;
import io.tapeline.collector.frame.FrameRecorder;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** What every part of a feed's sessions needs. */
record SessionContext(
        Venue venue,
        InstrumentLookup instruments,
        SessionListener listener,
        Scheduler scheduler,
        ReceiveClock clock,
        FrameRecorder recorder,
        DecodeTally decoder,
        SessionMetrics metrics,
        SessionSettings settings,
        Wire wire,
        WatchTime time) {

    void tell(SessionChange change) {
        listener.onChange(change);
    }

    Disposable later(java.time.Duration delay, Runnable task) {
        return scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
