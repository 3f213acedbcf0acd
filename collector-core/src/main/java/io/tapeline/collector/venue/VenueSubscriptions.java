package io.tapeline.collector.venue;

import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** How to ask a venue for streams. Decodes nothing. */
public interface VenueSubscriptions {

    /** The streams that yield these kinds for these instruments; a kind the venue has no stream for yields none. */
    List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds);

    /** Address of the connection for a route. */
    URI endpoint(String route);

    /** Addresses that serve a route, tried in turn while one cannot be reached. */
    default List<URI> endpoints(String route) {
        return List.of(endpoint(route));
    }

    /** How frames are packed. */
    default FrameEncoding encoding() {
        return FrameEncoding.TEXT;
    }

    /**
     * What is said and awaited on a fresh connection before anything is subscribed: a login, the request for heartbeats.
     * One without text is only awaited, such as the venue's greeting. A login that is refused ends the connection.
     *
     * @param ids as for {@link #subscribe}
     */
    default List<SubscribeRequest> opening(Supplier<Long> ids) {
        return List.of();
    }

    /**
     * Messages that subscribe, split as the venue wants them. One without streams is only sent: it has no answer of its
     * own.
     *
     * @param ids yields a fresh number for each message of a connection
     */
    List<SubscribeRequest> subscribe(List<VenueStream> streams, Supplier<Long> ids);

    /**
     * Whether a request ends whatever the connection had asked for before. Then each request names all streams that the
     * connection is to have, and {@link #unsubscribe} is never asked.
     */
    default boolean replaces() {
        return false;
    }

    /** Messages that end subscriptions. */
    List<SubscribeRequest> unsubscribe(List<VenueStream> streams, Supplier<Long> ids);

    /**
     * The message that asks, on the connection of a stream of book changes, for the book they change. The answer yields a
     * snapshot {@link Decoded.BookUpdate} and {@link Decoded.Acknowledged}. Empty where nothing is answered there.
     *
     * @param ids as for {@link #subscribe}
     */
    default Optional<SubscribeRequest> book(VenueStream stream, Supplier<Long> ids) {
        return Optional.empty();
    }

    /**
     * Whether a stream begins with the newest events of a kind each time it is subscribed, so that a hole in consecutive
     * numbers is filled by asking for it anew.
     */
    default boolean replays(Kind kind) {
        return false;
    }

    /**
     * Within what time a stream brings something each time it is subscribed, since it begins with a snapshot. One that does
     * not is silent; one that was quiet for longer than it may be is subscribed anew, and silent only if that brings
     * nothing. Empty where a stream may begin with nothing.
     */
    default Optional<Duration> beginsWithin() {
        return Optional.empty();
    }

    /** The message that keeps a connection alive, where the client must send one. */
    default Optional<Heartbeat> heartbeat() {
        return Optional.empty();
    }

    /** A text to send whenever the interval has passed; an empty one is a ping of the WebSocket protocol. */
    record Heartbeat(String text, Duration interval) {}
}
