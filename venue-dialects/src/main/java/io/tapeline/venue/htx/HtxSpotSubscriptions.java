package io.tapeline.venue.htx;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.venue.FrameEncoding;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One message for each topic. Books come on a socket of their own, which also answers for whole ones. The server pings, a
 * client sends no heartbeat.
 */
record HtxSpotSubscriptions(HtxSpotSettings settings) implements VenueSubscriptions {
    static final String MARKET = "ws";
    static final String BOOKS = "feed";

    /** Trades come when people trade, and with them candles. */
    private static final Duration TRADE_SILENCE = Duration.ofMinutes(15);

    /** Changes are sent every 100 ms, none at times. */
    private static final Duration BOOK_SILENCE = Duration.ofMinutes(1);

    private static final Duration QUOTE_SILENCE = Duration.ofMinutes(5);

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        return instruments.stream()
                .filter(instrument -> instrument.live() && instrument.id().market() == Market.SPOT)
                .flatMap(instrument -> streams(instrument, kinds).stream())
                .distinct()
                .toList();
    }

    private List<VenueStream> streams(Instrument instrument, Set<Kind> kinds) {
        List<VenueStream> streams = new ArrayList<>();
        for (Kind kind : kinds) {
            switch (kind) {
                case TRADE -> streams.add(stream(instrument, "trade.detail", MARKET, kind, TRADE_SILENCE));
                case BOOK -> streams.add(stream(instrument, "mbp." + settings.bookLevels(), BOOKS, kind, BOOK_SILENCE));
                case QUOTE -> streams.add(stream(instrument, "bbo", MARKET, kind, QUOTE_SILENCE));
                case CANDLE ->
                    settings.candleIntervals()
                            .forEach(period ->
                                    streams.add(stream(instrument, "kline." + period, MARKET, kind, TRADE_SILENCE)));
                default -> {}
            }
        }
        return streams;
    }

    private static VenueStream stream(
            Instrument instrument, String channel, String route, Kind kind, Duration silence) {
        String name = "market." + instrument.symbol() + '.' + channel;
        return new VenueStream(name, route, instrument.id(), Set.of(kind), silence);
    }

    @Override
    public URI endpoint(String route) {
        return endpoints(route).getFirst();
    }

    @Override
    public List<URI> endpoints(String route) {
        return settings.ws().stream()
                .map(root -> URI.create(root + "/" + route))
                .toList();
    }

    @Override
    public FrameEncoding encoding() {
        return FrameEncoding.GZIP;
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> wanted, Supplier<Long> ids) {
        return requests("sub", wanted, ids);
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> unwanted, Supplier<Long> ids) {
        return requests("unsub", unwanted, ids);
    }

    /** A book of as many levels as the stream has: only then do their numbers meet. */
    @Override
    public Optional<SubscribeRequest> book(VenueStream stream, Supplier<Long> ids) {
        return stream.kinds().contains(Kind.BOOK)
                ? Optional.of(requests("req", List.of(stream), ids).getFirst())
                : Optional.empty();
    }

    private static List<SubscribeRequest> requests(String verb, List<VenueStream> streams, Supplier<Long> ids) {
        return ControlMessages.chunked(
                streams,
                1,
                ids,
                (one, id) -> ControlMessages.json(verb, one.getFirst().name(), "id", Long.toString(id)));
    }
}
