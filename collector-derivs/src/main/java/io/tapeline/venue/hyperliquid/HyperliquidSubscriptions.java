package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Streams and control messages: one subscription a message; the answer repeats it with members of its own added. */
final class HyperliquidSubscriptions implements VenueSubscriptions {
    private static final String ROUTE = "ws";

    /** Every 5 s, whatever happens; every 0.5 s when fast. */
    private static final Duration BOOK_SILENCE = Duration.ofSeconds(20);

    private static final Duration FAST_BOOK_SILENCE = Duration.ofSeconds(5);
    /** Only when it changes, which on a quiet coin is not often. */
    private static final Duration QUOTE_SILENCE = Duration.ofMinutes(10);
    /** Every few seconds. */
    private static final Duration CONTEXT_SILENCE = Duration.ofMinutes(1);
    /** Many coins see no trade for hours. */
    private static final Duration TRADE_SILENCE = Duration.ofHours(2);

    private static final Heartbeat PING = new Heartbeat(ControlMessages.json("method", "ping"), Duration.ofSeconds(20));

    private final HyperliquidSettings settings;

    HyperliquidSubscriptions(HyperliquidSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<VenueStream> streams = new ArrayList<>();
        instruments.stream().filter(Instrument::live).forEach(instrument -> of(instrument, kinds, streams));
        return List.copyOf(streams);
    }

    private void of(Instrument instrument, Set<Kind> kinds, List<VenueStream> streams) {
        if (kinds.contains(Kind.TRADE)) {
            streams.add(stream(instrument, "trades", "", Set.of(Kind.TRADE), TRADE_SILENCE));
        }
        if (kinds.contains(Kind.BOOK)) {
            Duration silence = settings.fastBooks() ? FAST_BOOK_SILENCE : BOOK_SILENCE;
            streams.add(stream(instrument, "l2Book", "", Set.of(Kind.BOOK), silence));
        }
        if (kinds.contains(Kind.QUOTE)) {
            streams.add(stream(instrument, "bbo", "", Set.of(Kind.QUOTE), QUOTE_SILENCE));
        }
        Set<Kind> contexts = contexts(instrument.id().market(), kinds);
        if (!contexts.isEmpty()) {
            streams.add(stream(instrument, "activeAssetCtx", "", contexts, CONTEXT_SILENCE));
        }
        if (kinds.contains(Kind.CANDLE)) {
            for (String interval : settings.candleIntervals()) {
                streams.add(stream(instrument, "candle", interval, Set.of(Kind.CANDLE), TRADE_SILENCE));
            }
        }
    }

    /** Spot has a mark price and no funding. */
    private static Set<Kind> contexts(Market market, Set<Kind> kinds) {
        Set<Kind> contexts = market == Market.SPOT
                ? EnumSet.of(Kind.MARK_PRICE)
                : EnumSet.of(Kind.MARK_PRICE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST);
        contexts.retainAll(kinds);
        return Set.copyOf(contexts);
    }

    private static VenueStream stream(
            Instrument instrument, String type, String interval, Set<Kind> kinds, Duration silence) {
        String name = HyperliquidNames.stream(type, instrument.symbol(), interval);
        return new VenueStream(name, ROUTE, instrument.id(), kinds, silence);
    }

    @Override
    public URI endpoint(String route) {
        return URI.create(settings.ws());
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return ControlMessages.chunked(streams, 1, ids, (one, id) -> text("subscribe", one.getFirst()));
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return ControlMessages.chunked(streams, 1, ids, (one, id) -> text("unsubscribe", one.getFirst()));
    }

    private String text(String method, VenueStream stream) {
        String[] parts = stream.name().split(" ");
        Map<String, Object> subscription = ControlMessages.object("type", parts[0], "coin", parts[1]);
        if (parts.length > 2) {
            subscription.put("interval", parts[2]);
        }
        if (parts[0].equals("l2Book") && settings.fastBooks()) {
            subscription.put("fast", true);
        }
        return ControlMessages.json("method", method, "subscription", subscription);
    }

    /** The server closes a connection on which it has said nothing for 60 s; it answers this. */
    @Override
    public Optional<Heartbeat> heartbeat() {
        return Optional.of(PING);
    }
}
