package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Control messages, the same for every category: {@code {"req_id":"1","op":"subscribe","args":[..]}}. One bad topic may
 * refuse all of its message. The client pings every 20 s.
 */
record BybitSubscriptions(BybitTopics topics, BybitHosts hosts, BybitCategory category) implements VenueSubscriptions {
    /**
     * The venue limits the topics of a connection to 21,000 characters; 200 of them have at most some 8,000. It says
     * nothing of messages a second. It answers a ping every 20 s, so a minute of nothing is a dead connection. The
     * longest frame is one of 1024 trades, some 250 KB; anything over 2 MiB is no frame of Bybit.
     */
    static final VenueLimits LIMITS =
            new VenueLimits(200, 10, Duration.ZERO, Duration.ofSeconds(10), Duration.ofMinutes(1), 2 * 1024 * 1024);

    /** What every category takes in one message. */
    private static final int TOPICS = 10;

    private static final Heartbeat PING =
            new Heartbeat(ControlMessages.json("req_id", "ping", "op", "ping"), Duration.ofSeconds(20));

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        return instruments.stream()
                .filter(Instrument::live)
                .flatMap(instrument -> topics.of(instrument, kinds).stream())
                .distinct()
                .toList();
    }

    @Override
    public URI endpoint(String route) {
        return hosts.stream(category);
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return requests("subscribe", streams, ids);
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return requests("unsubscribe", streams, ids);
    }

    private static List<SubscribeRequest> requests(String op, List<VenueStream> streams, Supplier<Long> ids) {
        return ControlMessages.chunked(
                streams,
                TOPICS,
                ids,
                (chunk, id) -> ControlMessages.json(
                        "req_id",
                        Long.toString(id),
                        "op",
                        op,
                        "args",
                        chunk.stream().map(VenueStream::name).toList()));
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return Optional.of(PING);
    }
}
