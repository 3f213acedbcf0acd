package io.tapeline.venue.deribit;

import static io.tapeline.collector.decode.ControlMessages.object;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * JSON-RPC requests. A connection begins with the login, where there is a key, the notices of the platform and the
 * request for heartbeats: without it nothing tells a quiet connection from a dead one.
 */
final class DeribitSubscriptions implements VenueSubscriptions {
    /** A request costs 3 000 of 30 000 credits whatever it names, so it names many. */
    static final int CHUNK = 200;

    /** Seconds between the venue's heartbeats; it allows no less than 10. */
    private static final int HEARTBEAT_SECONDS = 30;

    private final DeribitSettings settings;
    private final DeribitStreams streams;

    DeribitSubscriptions(DeribitSettings settings) {
        this.settings = settings;
        this.streams = new DeribitStreams(settings.credentials().given() ? "raw" : "100ms", settings.candleIntervals());
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
        return endpoints(route).getFirst();
    }

    @Override
    public List<URI> endpoints(String route) {
        return settings.ws().stream()
                .map(root -> URI.create(root + "/ws/api/" + route))
                .toList();
    }

    @Override
    public List<SubscribeRequest> opening(Supplier<Long> ids) {
        List<SubscribeRequest> opening = new ArrayList<>();
        DeribitSettings.Credentials credentials = settings.credentials();
        if (credentials.given()) {
            opening.add(request(
                    ids.get(),
                    "public/auth",
                    object(
                            "grant_type",
                            "client_credentials",
                            "client_id",
                            credentials.key(),
                            "client_secret",
                            credentials.secret())));
        }
        opening.add(request(ids.get(), "public/subscribe", object("channels", List.of("platform_state"))));
        opening.add(request(ids.get(), "public/set_heartbeat", object("interval", HEARTBEAT_SECONDS)));
        return opening;
    }

    private static SubscribeRequest request(long id, String method, Map<String, Object> params) {
        return new SubscribeRequest(Long.toString(id), text(id, method, params), List.of());
    }

    private static String text(long id, String method, Map<String, Object> params) {
        return ControlMessages.json("jsonrpc", "2.0", "id", id, "method", method, "params", params);
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> wanted, Supplier<Long> ids) {
        return requests("public/subscribe", wanted, ids);
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> unwanted, Supplier<Long> ids) {
        return requests("public/unsubscribe", unwanted, ids);
    }

    private static List<SubscribeRequest> requests(String method, List<VenueStream> all, Supplier<Long> ids) {
        return ControlMessages.chunked(
                all,
                CHUNK,
                ids,
                (chunk, id) -> text(
                        id,
                        method,
                        object("channels", chunk.stream().map(VenueStream::name).toList())));
    }
}
