package io.tapeline.collector.feed;

import io.tapeline.bus.EventPublisher;
import io.tapeline.collector.session.SessionPool;
import io.tapeline.model.event.FeedState;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;

/** Stops a feed's reading when the publisher has no room, and lets it go on when it has. Lives on the feed's scheduler. */
final class Room {
    private static final Logger log = LoggerFactory.getLogger(Room.class);
    private static final Duration CHECK = Duration.ofMillis(500);

    private final String feed;
    private final EventPublisher publisher;
    private final SessionPool sessions;
    private final FeedPipeline pipeline;
    private final Scheduler scheduler;
    private boolean closed;

    Room(String feed, EventPublisher publisher, SessionPool sessions, FeedPipeline pipeline, Scheduler scheduler) {
        this.feed = feed;
        this.publisher = publisher;
        this.sessions = sessions;
        this.pipeline = pipeline;
        this.scheduler = scheduler;
    }

    /** Whether there is any. */
    boolean any() {
        return !closed && publisher.accepting();
    }

    /** Whether reading has been stopped for want of it. */
    boolean closed() {
        return closed;
    }

    /** An event found none. */
    void ranOut() {
        if (!closed) {
            closed = true;
            log.error("{}: no room for events, neither in memory nor in the spool: reading stops", feed);
            pipeline.statuses().feed(FeedState.DOWN, "no room for events: broker away, spool full");
            sessions.pause("no room for events");
            later();
        }
    }

    private void later() {
        scheduler.schedule(this::look, CHECK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (publisher.accepting()) {
            closed = false;
            pipeline.outlet().release();
            log.info("{}: room again, reading resumes", feed);
            sessions.resume();
        } else {
            later();
        }
    }
}
