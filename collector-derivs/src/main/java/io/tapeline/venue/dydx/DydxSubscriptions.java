package io.tapeline.venue.dydx;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Streams and control messages: one message for each channel and id, after the venue's {@code connected}. The venue pings;
 * a client sends no heartbeat.
 */
final class DydxSubscriptions implements VenueSubscriptions {
    /** The request that the greeting answers. */
    static final String CONNECTED = "connected";

    private static final String ROUTE = "ws";

    /** Some level of any book moves with every block or two; market makers quote all markets. */
    private static final Duration BOOK_SILENCE = Duration.ofMinutes(5);
    /** Many markets see no trade for hours; the answer to the subscription brings the latest ones. */
    private static final Duration TRADE_SILENCE = Duration.ofHours(2);
    /** Some oracle price moves with every block, about once a second: silence is a halted chain. */
    private static final Duration MARKETS_SILENCE = Duration.ofSeconds(60);

    private static final Set<Kind> OF_TRADES = Set.of(Kind.TRADE, Kind.LIQUIDATION);
    private static final Set<Kind> OF_MARKETS = Set.of(Kind.MARK_PRICE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST);

    private final DydxSettings settings;

    DydxSubscriptions(DydxSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<VenueStream> streams = new ArrayList<>();
        List<Instrument> live = instruments.stream().filter(Instrument::live).toList();
        Set<Kind> ofMarkets = both(OF_MARKETS, kinds);
        if (!live.isEmpty() && !ofMarkets.isEmpty()) {
            InstrumentId all = InstrumentId.wholeFeed(DydxNames.EXCHANGE, Market.PERPETUAL);
            streams.add(new VenueStream(DydxNames.MARKETS, ROUTE, all, ofMarkets, MARKETS_SILENCE));
        }
        live.forEach(instrument -> of(instrument, kinds, streams));
        return List.copyOf(streams);
    }

    private void of(Instrument instrument, Set<Kind> kinds, List<VenueStream> streams) {
        String ticker = instrument.symbol();
        Set<Kind> ofTrades = both(OF_TRADES, kinds);
        if (!ofTrades.isEmpty()) {
            streams.add(stream(instrument, DydxNames.TRADES, ticker, ofTrades, TRADE_SILENCE));
        }
        if (kinds.contains(Kind.BOOK)) {
            streams.add(stream(instrument, DydxNames.BOOK, ticker, Set.of(Kind.BOOK), BOOK_SILENCE));
        }
        if (kinds.contains(Kind.CANDLE)) {
            for (DydxResolution resolution : settings.resolutions()) {
                String id = ticker + "/" + resolution.wire;
                streams.add(stream(instrument, DydxNames.CANDLES, id, Set.of(Kind.CANDLE), TRADE_SILENCE));
            }
        }
    }

    private static VenueStream stream(
            Instrument instrument, String channel, String id, Set<Kind> kinds, Duration silence) {
        return new VenueStream(DydxNames.stream(channel, id), ROUTE, instrument.id(), kinds, silence);
    }

    private static Set<Kind> both(Set<Kind> offered, Set<Kind> wanted) {
        Set<Kind> both = EnumSet.noneOf(Kind.class);
        offered.stream().filter(wanted::contains).forEach(both::add);
        return Set.copyOf(both);
    }

    @Override
    public URI endpoint(String route) {
        return URI.create(settings.ws());
    }

    /** The greeting is awaited: what is asked before it may be lost. */
    @Override
    public List<SubscribeRequest> opening(Supplier<Long> ids) {
        return List.of(new SubscribeRequest(CONNECTED, "", List.of()));
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return ControlMessages.chunked(streams, 1, ids, (one, id) -> text("subscribe", one.getFirst()));
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return ControlMessages.chunked(streams, 1, ids, (one, id) -> text("unsubscribe", one.getFirst()));
    }

    private static String text(String type, VenueStream stream) {
        String[] parts = stream.name().split(":", 2);
        return parts.length == 1
                ? ControlMessages.json("type", type, "channel", parts[0], "batched", false)
                : ControlMessages.json("type", type, "channel", parts[0], "id", parts[1], "batched", false);
    }
}
