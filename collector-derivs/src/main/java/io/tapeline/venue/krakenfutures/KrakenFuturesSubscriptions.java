package io.tapeline.venue.krakenfutures;

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
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Feeds of Kraken Futures. A stream is a feed of one product, {@code trade:PF_XBTUSD}; a message asks for one feed of many
 * products, and each product is confirmed by itself.
 */
final class KrakenFuturesSubscriptions implements VenueSubscriptions {
    /** What the venue says first on a connection, and what confirms the feed of heartbeats. */
    static final String GREETING = "info";

    static final String HEARTBEAT = "heartbeat";

    private static final String ROUTE = "v1";
    private static final int PRODUCTS = 20;

    /** The venue closes a connection on which the client has not pinged for 60 seconds. */
    private static final Duration PING = Duration.ofSeconds(25);

    private static final Set<Market> MARKETS = Set.of(Market.PERPETUAL, Market.FUTURE);
    private static final Set<Kind> TRADES = Set.of(Kind.TRADE, Kind.LIQUIDATION);
    private static final Set<Kind> BOOKS = Set.of(Kind.BOOK);
    private static final Set<Kind> TICKERS = Set.of(Kind.QUOTE, Kind.MARK_PRICE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST);

    /** Trades come when people trade; books of dated futures may rest for minutes, tickers follow index and mark. */
    private static final Duration TRADE_SILENCE = Duration.ofMinutes(15);

    private static final Duration BOOK_SILENCE = Duration.ofMinutes(5);
    private static final Duration TICKER_SILENCE = Duration.ofMinutes(2);

    private final KrakenFuturesSettings settings;

    KrakenFuturesSubscriptions(KrakenFuturesSettings settings) {
        this.settings = settings;
    }

    static String name(String feed, String product) {
        return feed + ':' + product;
    }

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<VenueStream> streams = new ArrayList<>();
        add(streams, "trade", instruments, kinds, TRADES, TRADE_SILENCE);
        add(streams, "book", instruments, kinds, BOOKS, BOOK_SILENCE);
        add(streams, "ticker", instruments, kinds, TICKERS, TICKER_SILENCE);
        return streams;
    }

    /** Dated futures pay no funding. */
    private static void add(
            List<VenueStream> streams,
            String feed,
            Collection<Instrument> instruments,
            Set<Kind> wanted,
            Set<Kind> yielded,
            Duration silence) {
        for (Instrument instrument : instruments) {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            kinds.addAll(wanted);
            kinds.retainAll(yielded);
            if (instrument.id().market() == Market.FUTURE) {
                kinds.remove(Kind.FUNDING_RATE);
            }
            if (!kinds.isEmpty()
                    && instrument.live()
                    && MARKETS.contains(instrument.id().market())) {
                streams.add(new VenueStream(
                        name(feed, instrument.symbol()), ROUTE, instrument.id(), Set.copyOf(kinds), silence));
            }
        }
    }

    @Override
    public URI endpoint(String route) {
        return URI.create(settings.ws());
    }

    /** The greeting is awaited; then heartbeats are asked for, so that a quiet connection is told from a dead one. */
    @Override
    public List<SubscribeRequest> opening(Supplier<Long> ids) {
        return List.of(
                new SubscribeRequest(GREETING, "", List.of()),
                new SubscribeRequest(
                        HEARTBEAT, ControlMessages.json("event", "subscribe", "feed", HEARTBEAT), List.of()));
    }

    /** A ping of the protocol: the venue takes a JSON ping for an error. */
    @Override
    public Optional<Heartbeat> heartbeat() {
        return Optional.of(new Heartbeat("", PING));
    }

    /** The newest 100 trades come first, with their numbers. */
    @Override
    public boolean replays(Kind kind) {
        return kind == Kind.TRADE;
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> wanted, Supplier<Long> ids) {
        return requests("subscribe", wanted, ids);
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> unwanted, Supplier<Long> ids) {
        return requests("unsubscribe", unwanted, ids);
    }

    /** One message for each run of streams of one feed. */
    private static List<SubscribeRequest> requests(String event, List<VenueStream> streams, Supplier<Long> ids) {
        return ControlMessages.chunkedAlike(
                streams, KrakenFuturesSubscriptions::feed, PRODUCTS, ids, (products, id) -> text(event, products));
    }

    private static String feed(VenueStream stream) {
        return stream.name().substring(0, stream.name().indexOf(':'));
    }

    private static String text(String event, List<VenueStream> products) {
        return ControlMessages.json(
                "event",
                event,
                "feed",
                feed(products.getFirst()),
                "product_ids",
                products.stream().map(stream -> stream.instrument().symbol()).toList());
    }
}
