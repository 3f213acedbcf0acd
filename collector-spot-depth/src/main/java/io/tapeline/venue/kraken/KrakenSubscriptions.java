package io.tapeline.venue.kraken;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Channels of the websocket v2: one message asks for one channel of many symbols, and each symbol has an answer of its own.
 * Trades begin without the newest 50: what is missed is fetched by their ids.
 */
final class KrakenSubscriptions implements VenueSubscriptions {
    private static final String ROUTE = "v2";
    private static final int SYMBOLS = 50;

    /** A connection without traffic is closed after about a minute. */
    private static final Heartbeat PING = new Heartbeat(ControlMessages.json("method", "ping"), Duration.ofSeconds(20));

    /** Small pairs trade a few times an hour; a candle comes with a trade. */
    private static final Duration TRADE_SILENCE = Duration.ofMinutes(30);

    private static final Duration BOOK_SILENCE = Duration.ofMinutes(5);
    private static final Duration TICKER_SILENCE = Duration.ofMinutes(10);

    private final KrakenSettings settings;

    KrakenSubscriptions(KrakenSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<Instrument> pairs = instruments.stream()
                .filter(i -> i.live() && i.id().market() == Market.SPOT)
                .toList();
        List<VenueStream> streams = new ArrayList<>();
        if (kinds.contains(Kind.TRADE)) {
            add(streams, KrakenStreams.TRADE, pairs, Kind.TRADE, TRADE_SILENCE);
        }
        if (kinds.contains(Kind.BOOK)) {
            add(streams, KrakenStreams.book(settings.bookDepth()), pairs, Kind.BOOK, BOOK_SILENCE);
        }
        if (kinds.contains(Kind.QUOTE)) {
            add(streams, KrakenStreams.TICKER, pairs, Kind.QUOTE, TICKER_SILENCE);
        }
        if (kinds.contains(Kind.CANDLE)) {
            settings.candleIntervals().forEach(name -> {
                KrakenInterval interval = KrakenInterval.named(name);
                add(streams, KrakenStreams.candles(interval), pairs, Kind.CANDLE, TRADE_SILENCE);
            });
        }
        return streams;
    }

    private static void add(
            List<VenueStream> streams, String channel, List<Instrument> pairs, Kind kind, Duration silence) {
        pairs.forEach(pair -> streams.add(
                new VenueStream(KrakenStreams.name(channel, pair.symbol()), ROUTE, pair.id(), Set.of(kind), silence)));
    }

    @Override
    public URI endpoint(String route) {
        return URI.create(settings.ws());
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return Optional.of(PING);
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> wanted, Supplier<Long> ids) {
        return requests("subscribe", wanted, ids);
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> unwanted, Supplier<Long> ids) {
        return requests("unsubscribe", unwanted, ids);
    }

    /** One message for each run of streams of one channel. */
    private List<SubscribeRequest> requests(String method, List<VenueStream> streams, Supplier<Long> ids) {
        List<SubscribeRequest> requests = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= streams.size(); to++) {
            String channel = KrakenStreams.channel(streams.get(from).name());
            boolean ends = to == streams.size()
                    || to - from == SYMBOLS
                    || !channel.equals(KrakenStreams.channel(streams.get(to).name()));
            if (ends) {
                requests.add(request(method, channel, streams.subList(from, to), ids.get()));
                from = to;
            }
        }
        return requests;
    }

    private SubscribeRequest request(String method, String channel, List<VenueStream> streams, long number) {
        long id = KrakenStreams.requestId(number, channel);
        String text = ControlMessages.json("method", method, "params", params(channel, streams), "req_id", id);
        return new SubscribeRequest(Long.toString(id), text, List.copyOf(streams));
    }

    /** The end of a subscription must say the same as its beginning. */
    private Map<String, Object> params(String channel, List<VenueStream> streams) {
        Map<String, Object> params = ControlMessages.object(
                "channel",
                KrakenStreams.wireChannel(channel),
                "symbol",
                streams.stream().map(stream -> stream.instrument().symbol()).toList());
        switch (KrakenStreams.wireChannel(channel)) {
            case KrakenStreams.TRADE -> params.put("snapshot", false);
            case KrakenStreams.BOOK -> params.put("depth", KrakenStreams.measure(channel));
            case KrakenStreams.TICKER -> params.put("event_trigger", "bbo");
            default -> params.put("interval", KrakenStreams.measure(channel));
        }
        return params;
    }
}
