package io.tapeline.venue.binance;

import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Streams of spot: one route for all. */
record BinanceSpotStreams(BinanceSettings settings) implements BinanceStreams {
    private static final String ROUTE = "spot";

    @Override
    public List<VenueStream> of(Instrument instrument, Set<Kind> kinds) {
        List<VenueStream> streams = new ArrayList<>();
        if (instrument.id().market() != Market.SPOT) {
            return streams;
        }
        if (kinds.contains(Kind.TRADE)) {
            streams.add(stream(instrument, "aggTrade", Kind.TRADE, TRADE_SILENCE));
        }
        if (kinds.contains(Kind.BOOK)) {
            streams.add(stream(instrument, depth(), Kind.BOOK, BOOK_SILENCE));
        }
        if (kinds.contains(Kind.QUOTE)) {
            streams.add(stream(instrument, "bookTicker", Kind.QUOTE, QUOTE_SILENCE));
        }
        if (kinds.contains(Kind.CANDLE)) {
            settings.candleIntervals()
                    .forEach(interval -> streams.add(stream(
                            instrument, "kline_" + interval, Kind.CANDLE, BinanceStreams.candleSilence(interval))));
        }
        return streams;
    }

    /** Spot has 100 ms and, unnamed, 1000 ms. */
    private String depth() {
        return settings.depthSpeed().equals("none") ? "depth" : "depth@100ms";
    }

    private static VenueStream stream(Instrument instrument, String channel, Kind kind, Duration silence) {
        return new VenueStream(BinanceStreams.name(instrument, channel), ROUTE, instrument.id(), Set.of(kind), silence);
    }

    @Override
    public URI endpoint(String route) {
        return URI.create(settings.spot().ws() + "/stream");
    }
}
