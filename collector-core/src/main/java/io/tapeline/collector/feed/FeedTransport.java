package io.tapeline.collector.feed;

import io.tapeline.collector.rest.RestGateway;
import io.tapeline.collector.session.SessionListener;
import io.tapeline.collector.session.SessionPool;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import reactor.core.scheduler.Scheduler;

/** Opens the ways to a venue. */
public interface FeedTransport {

    /** The streaming connections of a feed; nothing is opened before it is asked for streams. */
    SessionPool sessions(Venue venue, InstrumentLookup instruments, SessionListener listener, Scheduler scheduler);

    RestGateway rest(Venue venue, Scheduler scheduler);
}
