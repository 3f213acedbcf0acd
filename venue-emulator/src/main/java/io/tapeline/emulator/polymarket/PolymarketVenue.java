package io.tapeline.emulator.polymarket;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.Handshakes;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import io.tapeline.emulator.stream.StreamHub;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Windows of any period, as somebody asks for them by name: from a day before they begin to an hour after they end. Each
 * has a book of its own, which its two tokens show from both sides.
 */
final class PolymarketVenue implements EmulatedVenue {
    private static final long LISTED_BEFORE = 86_400_000;
    private static final long FORGOTTEN_AFTER = 3_600_000;

    /** A client that says nothing is cut; no other limit is told. */
    private static final WireLimits LIMITS =
            WireLimits.wide().withStreams(1_500).withSilence(Duration.ofSeconds(45));

    private final VenueContext context;
    private final WireLimits limits;
    private final StreamHub hub;
    private final WindowStreams streams;
    private final PolymarketRest rest;
    private final Handshakes handshakes;
    private final Map<String, Window> bySlug = new LinkedHashMap<>();
    private long stepped;

    PolymarketVenue(VenueContext context) {
        this.context = context;
        limits = context.settings().limits(prefix(), LIMITS);
        hub = context.hub(prefix(), time -> "{\"event_type\":\"market_paused\",\"timestamp\":\"" + time + "\"}");
        streams = new WindowStreams(hub, context.ledger());
        rest = new PolymarketRest(this);
        handshakes = new Handshakes(limits, RestAnswer.of(429, ""));
        stepped = now();
    }

    @Override
    public String prefix() {
        return PolymarketEmulation.PREFIX;
    }

    /** Epoch milliseconds. */
    long now() {
        return context.now(prefix());
    }

    /** When the books were last as they are, at most: what changes them later has a later time. */
    long stepped() {
        return stepped;
    }

    StreamHub hub() {
        return hub;
    }

    VenueContext context() {
        return context;
    }

    WireLimits limits() {
        return limits;
    }

    /** The market of that name; empty where the venue has not made it yet, or never will. */
    Optional<Window> window(String slug) {
        Window known = bySlug.get(slug);
        return known != null
                ? Optional.of(known)
                : WindowName.read(slug).filter(this::exists).map(this::open);
    }

    private boolean exists(WindowName name) {
        return context.settings().assetsOf(prefix()).contains(name.asset())
                && now() >= name.start() - LISTED_BEFORE
                && now() < name.end() + FORGOTTEN_AFTER;
    }

    private Window open(WindowName name) {
        Window window =
                new Window(name, context.settings().seed(), context.settings().marketOf(prefix()), now());
        bySlug.put(name.slug(), window);
        streams.open(window);
        // One that is over is asked for to learn how it ended.
        window.step(stepped, 0, streams);
        return window;
    }

    Optional<Window> ofToken(String token) {
        return streams.window(token);
    }

    List<Window> windows() {
        return List.copyOf(bySlug.values());
    }

    @Override
    public void step(long time, double seconds) {
        stepped = time;
        for (Window window : windows()) {
            window.step(time, seconds, streams);
            if (time >= window.name().end() + FORGOTTEN_AFTER) {
                bySlug.remove(window.name().slug());
                streams.close(window);
            }
        }
        hub.flush();
    }

    @Override
    public RestAnswer rest(RestRequest request) {
        return rest.answer(request);
    }

    @Override
    public RestAnswer failure(int status, long retryAfter) {
        RestAnswer answer = PolymarketRest.error(status, status == 429 ? "Too many requests" : "internal server error");
        return status == 429 ? answer.header("Retry-After", retryAfter) : answer;
    }

    @Override
    public Optional<RestAnswer> refuses(String path) {
        return handshakes.refuses(context.engine().now());
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new PolymarketSession(this, connection);
    }
}
