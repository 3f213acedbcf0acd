package io.tapeline.venue.binance;

import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Streams of USD-M. Each lives on exactly one of two routes; on the other, and on the bare root, it is acknowledged and
 * never delivers. See https://developers.binance.com, USD-M change log of 2026-03-06.
 */
record BinanceFuturesStreams(BinanceSettings settings) implements BinanceStreams {
    private static final String PUBLIC = "public";
    private static final String MARKET = "market";

    /** Sent every second whatever happens. */
    private static final Duration MARK_SILENCE = Duration.ofSeconds(15);

    @Override
    public List<VenueStream> of(Instrument instrument, Set<Kind> kinds) {
        List<VenueStream> streams = new ArrayList<>();
        Market market = instrument.id().market();
        if (market != Market.PERPETUAL && market != Market.FUTURE) {
            return streams;
        }
        if (kinds.contains(Kind.TRADE)) {
            streams.add(stream(instrument, "aggTrade", MARKET, Set.of(Kind.TRADE), TRADE_SILENCE));
        }
        if (kinds.contains(Kind.BOOK)) {
            streams.add(stream(instrument, depth(), PUBLIC, Set.of(Kind.BOOK), BOOK_SILENCE));
        }
        if (kinds.contains(Kind.QUOTE)) {
            streams.add(stream(instrument, "bookTicker", PUBLIC, Set.of(Kind.QUOTE), QUOTE_SILENCE));
        }
        Set<Kind> marks = marks(market, kinds);
        if (!marks.isEmpty()) {
            streams.add(stream(instrument, "markPrice@1s", MARKET, marks, MARK_SILENCE));
        }
        if (kinds.contains(Kind.LIQUIDATION)) {
            // Nobody may be liquidated for hours: silence says nothing.
            streams.add(stream(instrument, "forceOrder", MARKET, Set.of(Kind.LIQUIDATION), Duration.ZERO));
        }
        if (kinds.contains(Kind.CANDLE)) {
            candles(instrument, streams);
        }
        return streams;
    }

    /** One stream brings mark price and funding estimate; dated futures have no funding. */
    private static Set<Kind> marks(Market market, Set<Kind> kinds) {
        Set<Kind> marks = EnumSet.noneOf(Kind.class);
        if (kinds.contains(Kind.MARK_PRICE)) {
            marks.add(Kind.MARK_PRICE);
        }
        if (kinds.contains(Kind.FUNDING_RATE) && market == Market.PERPETUAL) {
            marks.add(Kind.FUNDING_RATE);
        }
        return marks;
    }

    private void candles(Instrument instrument, List<VenueStream> streams) {
        for (String interval : settings.candleIntervals()) {
            // Only spot has candles of a second.
            if (!interval.equals("1s")) {
                streams.add(stream(
                        instrument,
                        "kline_" + interval,
                        MARKET,
                        Set.of(Kind.CANDLE),
                        BinanceStreams.candleSilence(interval)));
            }
        }
    }

    private String depth() {
        return settings.depthSpeed().equals("none") ? "depth" : "depth@" + settings.depthSpeed();
    }

    private static VenueStream stream(
            Instrument instrument, String channel, String route, Set<Kind> kinds, Duration silence) {
        return new VenueStream(
                BinanceStreams.name(instrument, channel), route, instrument.id(), Set.copyOf(kinds), silence);
    }

    @Override
    public URI endpoint(String route) {
        return URI.create(settings.futures().ws() + "/" + route + "/stream");
    }
}
