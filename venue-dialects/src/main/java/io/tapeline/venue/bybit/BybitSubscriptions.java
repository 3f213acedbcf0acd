package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.venue.SubscribeRequest;
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
record BybitSubscriptions(BybitTopics topics, BybitSettings settings, BybitCategory category)
        implements VenueSubscriptions {
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
        return URI.create(settings.ws() + "/v5/public/" + category.wireName());
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
