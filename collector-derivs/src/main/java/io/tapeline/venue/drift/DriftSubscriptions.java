package io.tapeline.venue.drift;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Two sockets: books with their prices from one, candles with their fills from the other. One stream a request. */
final class DriftSubscriptions implements VenueSubscriptions {
    static final String BOOKS = "dlob";
    static final String DATA = "data";
    private static final Set<Kind> OF_BOOKS = EnumSet.of(Kind.BOOK, Kind.QUOTE, Kind.MARK_PRICE);
    private static final Set<Kind> OF_FILLS = EnumSet.of(Kind.TRADE, Kind.LIQUIDATION);

    /** A book comes every 400 ms; after 10 s its publisher is stuck (venue documentation). */
    private static final Duration BOOK_SILENCE = Duration.ofSeconds(10);

    /**
     * A market may be quiet for hours, and nothing but a new subscription tells: it is answered with the candle of the
     * moment.
     */
    private static final Duration CANDLE_SILENCE = Duration.ofMinutes(10);

    /** The shortest candles: each change of one comes with the fills that made it. */
    private static final String SHORTEST = "1";

    private final DriftSettings settings;

    DriftSubscriptions(DriftSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<VenueStream> streams = new ArrayList<>();
        for (Instrument instrument : instruments) {
            if (instrument.live() && DriftMarkets.isPerpetual(instrument.symbol())) {
                book(instrument, kinds, streams);
                candles(instrument, kinds, streams);
            }
        }
        return streams;
    }

    private static void book(Instrument instrument, Set<Kind> kinds, List<VenueStream> streams) {
        Set<Kind> brought = EnumSet.copyOf(OF_BOOKS);
        brought.retainAll(kinds);
        if (!brought.isEmpty()) {
            streams.add(
                    new VenueStream("orderbook:" + instrument.symbol(), BOOKS, instrument.id(), brought, BOOK_SILENCE));
        }
    }

    private void candles(Instrument instrument, Set<Kind> kinds, List<VenueStream> streams) {
        for (String resolution : settings.resolutions(SHORTEST)) {
            Set<Kind> brought = EnumSet.noneOf(Kind.class);
            if (resolution.equals(SHORTEST)) {
                brought.addAll(OF_FILLS);
            }
            if (settings.candleResolutions().contains(resolution)) {
                brought.add(Kind.CANDLE);
            }
            brought.retainAll(kinds);
            if (!brought.isEmpty()) {
                streams.add(new VenueStream(
                        "candle:" + instrument.symbol() + ":" + resolution,
                        DATA,
                        instrument.id(),
                        brought,
                        CANDLE_SILENCE));
            }
        }
    }

    @Override
    public URI endpoint(String route) {
        return endpoints(route).getFirst();
    }

    @Override
    public List<URI> endpoints(String route) {
        List<String> sockets = route.equals(BOOKS) ? settings.bookSockets() : settings.dataSockets();
        return sockets.stream().map(URI::create).toList();
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return ControlMessages.chunked(streams, 1, ids, (one, id) -> message("subscribe", one.getFirst()));
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return ControlMessages.chunked(streams, 1, ids, (one, id) -> message("unsubscribe", one.getFirst()));
    }

    private static String message(String type, VenueStream stream) {
        String[] name = stream.name().split(":", -1);
        return stream.route().equals(BOOKS)
                ? ControlMessages.json(
                        "type", type, "marketType", "perp", "channel", name[0], "market", name[1], "grouping", 1)
                : ControlMessages.json("type", type, "channelType", name[0], "symbol", name[1], "resolution", name[2]);
    }
}
