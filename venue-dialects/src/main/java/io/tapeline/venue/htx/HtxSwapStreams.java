package io.tapeline.venue.htx;

import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Streams of linear contracts, on three sockets. */
record HtxSwapStreams(HtxSettings settings) {
    static final String MARKET = "linear-swap-ws";
    static final String NOTIFICATION = "linear-swap-notification";
    static final String INDEX = "ws_index";

    /** Trades come when people trade, and with them candles. */
    private static final Duration TRADE_SILENCE = Duration.ofMinutes(15);

    /** The venue looks for changes every 30 ms. */
    private static final Duration BOOK_SILENCE = Duration.ofMinutes(1);

    private static final Duration QUOTE_SILENCE = Duration.ofMinutes(5);

    /** Mark and index are sent on change, funding about once a minute. */
    private static final Duration PRICE_SILENCE = Duration.ofMinutes(5);

    List<VenueStream> of(Instrument instrument, Set<Kind> kinds) {
        List<VenueStream> streams = new ArrayList<>();
        for (Kind kind : kinds) {
            switch (kind) {
                case TRADE -> streams.add(market(instrument, "trade.detail", kind, TRADE_SILENCE));
                case BOOK ->
                    streams.add(market(
                            instrument, "depth.size_" + settings.bookLevels() + ".high_freq", kind, BOOK_SILENCE));
                case QUOTE -> streams.add(market(instrument, "bbo", kind, QUOTE_SILENCE));
                case CANDLE ->
                    settings.candleIntervals()
                            .forEach(period -> streams.add(market(instrument, "kline." + period, kind, TRADE_SILENCE)));
                case MARK_PRICE -> prices(instrument, streams);
                case FUNDING_RATE -> funding(instrument, streams);
                case LIQUIDATION ->
                    // Nobody may be liquidated for hours: silence says nothing.
                    streams.add(notification(instrument, "liquidation_orders", kind, Duration.ZERO));
                default -> {}
            }
        }
        return streams;
    }

    /** Of dated futures the index is that of the swap on the same pair. */
    private static void prices(Instrument instrument, List<VenueStream> streams) {
        streams.add(stream(instrument, "market", "mark_price.1min", INDEX, Kind.MARK_PRICE, PRICE_SILENCE));
        if (instrument.id().market() == Market.PERPETUAL) {
            streams.add(stream(instrument, "market", "index.1min", INDEX, Kind.MARK_PRICE, PRICE_SILENCE));
        }
    }

    /** Dated futures pay none. */
    private static void funding(Instrument instrument, List<VenueStream> streams) {
        if (instrument.id().market() == Market.PERPETUAL) {
            streams.add(notification(instrument, "funding_rate", Kind.FUNDING_RATE, PRICE_SILENCE));
        }
    }

    private static VenueStream market(Instrument instrument, String channel, Kind kind, Duration silence) {
        return stream(instrument, "market", channel, MARKET, kind, silence);
    }

    private static VenueStream notification(Instrument instrument, String channel, Kind kind, Duration silence) {
        return stream(instrument, "public", channel, NOTIFICATION, kind, silence);
    }

    private static VenueStream stream(
            Instrument instrument, String prefix, String channel, String route, Kind kind, Duration silence) {
        String name = prefix + '.' + instrument.symbol() + '.' + channel;
        return new VenueStream(name, route, instrument.id(), Set.of(kind), silence);
    }
}
