package io.tapeline.collector.session;

import io.tapeline.collector.frame.FrameRecorder;
import io.tapeline.collector.frame.GuardedDecoder;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
        GuardedDecoder decoder,
        SessionMetrics metrics,
        SessionSettings settings,
        Wire wire,
        WatchTime time) {
    private static final Logger LOG = LoggerFactory.getLogger(SessionContext.class);

    /** A listener that throws, which it must not, is not allowed to stop timers and connections. */
    void tell(SessionChange change) {
        try {
            listener.onChange(change);
        } catch (RuntimeException e) {
            LOG.error("{}: a change on {} could not be dealt with", venue.feed(), change.connection(), e);
        }
    }

    /** A frame that could not be dealt with ends its connection, so that what it said is found missing and mended. */
    void tell(RawFrame frame, List<Decoded> decoded) {
        try {
            listener.onFrame(frame, decoded);
        } catch (RuntimeException e) {
            LOG.error("{}: a frame of {} could not be dealt with", venue.feed(), frame.connection(), e);
            throw e;
        }
    }

    Disposable later(Duration delay, Runnable task) {
        return scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
