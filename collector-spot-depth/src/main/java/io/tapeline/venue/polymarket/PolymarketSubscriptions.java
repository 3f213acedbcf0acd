package io.tapeline.venue.polymarket;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Streams and control messages: a stream is a token and brings everything of it. The first message of a connection decides
 * what the connection is for; those after it add and remove. Nothing is acknowledged: a subscription is proved by the book
 * that it begins with.
 */
final class PolymarketSubscriptions implements VenueSubscriptions {
    private static final String ROUTE = "market";
    private static final int TOKENS_PER_MESSAGE = 100;

    /** Pings of the WebSocket protocol do not count. */
    private static final Heartbeat PING = new Heartbeat("PING", Duration.ofSeconds(10));

    private static final Set<Kind> OF_TOKENS = Set.of(Kind.BOOK, Kind.TRADE, Kind.QUOTE);

    private final PolymarketSettings settings;

    PolymarketSubscriptions(PolymarketSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        Set<Kind> both = EnumSet.noneOf(Kind.class);
        OF_TOKENS.stream().filter(kinds::contains).forEach(both::add);
        Set<Kind> brought = Set.copyOf(both);
        return brought.isEmpty()
                ? List.of()
                : instruments.stream()
                        .filter(Instrument::live)
                        .map(token ->
                                new VenueStream(token.symbol(), ROUTE, token.id(), brought, settings.staleAfter()))
                        .toList();
    }

    @Override
    public URI endpoint(String route) {
        return URI.create(settings.ws());
    }

    @Override
    public Optional<Duration> beginsWithin() {
        return Optional.of(settings.firstBookWithin());
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return ControlMessages.chunked(
                streams, TOKENS_PER_MESSAGE, ids, (some, id) -> id == 1 ? first(some) : further(some));
    }

    private static String first(List<VenueStream> streams) {
        return ControlMessages.json(
                "type",
                "market",
                "assets_ids",
                tokens(streams),
                "initial_dump",
                true,
                "level",
                2,
                "custom_feature_enabled",
                true);
    }

    private static String further(List<VenueStream> streams) {
        return ControlMessages.json(
                "operation", "subscribe", "assets_ids", tokens(streams), "custom_feature_enabled", true);
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return ControlMessages.chunked(
                streams,
                TOKENS_PER_MESSAGE,
                ids,
                (some, id) -> ControlMessages.json("operation", "unsubscribe", "assets_ids", tokens(some)));
    }

    private static List<String> tokens(List<VenueStream> streams) {
        return streams.stream().map(VenueStream::name).toList();
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return Optional.of(PING);
    }
}
