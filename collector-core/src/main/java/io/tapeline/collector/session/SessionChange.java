package io.tapeline.collector.session;

import io.tapeline.collector.venue.VenueStream;
import java.time.Duration;
import java.util.List;

/** Something changed on a connection. */
public sealed interface SessionChange {
    /** Name of the connection, unique within the feed and never reused. */
    String connection();

    /** The streams it concerns. */
    List<VenueStream> streams();

    /** Opening; without streams when it is to replace a connection that still carries them. */
    record Connecting(String connection, List<VenueStream> streams) implements SessionChange {}

    /** The venue accepted the subscriptions; data may or may not follow. */
    record Subscribed(String connection, List<VenueStream> streams) implements SessionChange {}

    /** The first data of these streams on this connection arrived, or the first after they were {@link Silent}. */
    record Delivering(String connection, List<VenueStream> streams) implements SessionChange {}

    /** A stream has been silent for longer than it may; it is being subscribed again. */
    record Silent(String connection, List<VenueStream> streams, Duration silence) implements SessionChange {}

    /** The venue refused these streams; the others go on. */
    record Refused(String connection, List<VenueStream> streams, String reason) implements SessionChange {}

    /**
     * The connection is gone and no other carries these streams, which may be none; it will be tried again unless the
     * pool was paused or closed.
     */
    record Disconnected(String connection, List<VenueStream> streams, String reason) implements SessionChange {}

    /** Another connection carries these streams without a break; this one closes. */
    record Replaced(String connection, List<VenueStream> streams, String successor) implements SessionChange {}

    /** Failed too often: not tried again before the given time has passed. Follows {@link Disconnected}. */
    record SwitchedOff(String connection, List<VenueStream> streams, String reason, Duration retryAfter)
            implements SessionChange {}
}
