package io.tapeline.venue.okx;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code {"id":"1","op":"subscribe","args":[{"channel":"books","instId":"BTC-USDT"},..]}}; every arg is answered by
 * itself. A connection takes 480 requests an hour, so one request names many streams.
 */
final class OkxSubscriptions implements VenueSubscriptions {
    /** The channel that is asked for by type of instrument. */
    static final String BY_TYPE = "liquidation-orders";

    /** As many as a connection has: one request is enough for it. */
    static final int CHUNK = OkxVenue.STREAMS_PER_CONNECTION;

    /** The venue cuts a connection after 30 s without a word from either side. */
    private static final Heartbeat HEARTBEAT = new Heartbeat("ping", Duration.ofSeconds(20));

    private final String ws;
    private final OkxStreams streams;

    OkxSubscriptions(OkxSettings settings) {
        this.ws = settings.ws();
        this.streams = new OkxStreams(settings.candleIntervals());
    }

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        return instruments.stream()
                .filter(Instrument::live)
                .flatMap(instrument -> streams.of(instrument, kinds).stream())
                .distinct()
                .toList();
    }

    @Override
    public URI endpoint(String route) {
        String socket = route.equals(OkxStreams.BUSINESS) ? OkxStreams.BUSINESS : OkxStreams.PUBLIC;
        return URI.create(ws + "/ws/v5/" + socket);
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> wanted, Supplier<Long> ids) {
        return requests("subscribe", wanted, ids);
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> unwanted, Supplier<Long> ids) {
        return requests("unsubscribe", unwanted, ids);
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return Optional.of(HEARTBEAT);
    }

    private static List<SubscribeRequest> requests(String op, List<VenueStream> all, Supplier<Long> ids) {
        return ControlMessages.chunked(all, CHUNK, ids, (chunk, id) -> {
            List<Map<String, Object>> args =
                    chunk.stream().map(stream -> arg(stream.name())).toList();
            return ControlMessages.json("id", id.toString(), "op", op, "args", args);
        });
    }

    private static Map<String, Object> arg(String name) {
        int colon = name.indexOf(':');
        String channel = name.substring(0, colon);
        String about = channel.equals(BY_TYPE) ? "instType" : "instId";
        return ControlMessages.object("channel", channel, about, name.substring(colon + 1));
    }
}
