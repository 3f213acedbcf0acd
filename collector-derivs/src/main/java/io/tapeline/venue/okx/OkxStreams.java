package io.tapeline.venue.okx;

import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Streams of an instrument. Each lives on one of the sockets {@code public} and {@code business}; books have connections
 * to the public one for themselves, so that what is wide does not delay what is fast.
 */
record OkxStreams(List<String> candleIntervals) {
    static final String PUBLIC = "public";
    static final String BOOKS = "books";
    static final String BUSINESS = "business";

    /** Trades come when people trade: the quietest listed pairs go many minutes without one. */
    private static final Duration TRADE_SILENCE = Duration.ofMinutes(15);

    /** A book without changes says so every minute. */
    private static final Duration BOOK_SILENCE = Duration.ofSeconds(150);

    private static final Duration QUOTE_SILENCE = Duration.ofMinutes(5);

    /** Mark prices come every 10 s at least, indices every minute. */
    private static final Duration MARK_SILENCE = Duration.ofMinutes(1);

    private static final Duration INDEX_SILENCE = Duration.ofMinutes(3);

    /** Every 30 to 90 s. */
    private static final Duration FUNDING_SILENCE = Duration.ofMinutes(5);

    /** Every 3 s, but only on change. */
    private static final Duration INTEREST_SILENCE = Duration.ofMinutes(15);

    List<VenueStream> of(Instrument instrument, Set<Kind> kinds) {
        InstrumentId id = instrument.id();
        Set<VenueStream> streams = new LinkedHashSet<>();
        switch (id.market()) {
            case SPOT -> market(id, kinds, streams);
            case PERPETUAL, FUTURE -> {
                market(id, kinds, streams);
                derivative(id, kinds, streams);
            }
            case OPTION, PREDICTION, INDEX -> {}
        }
        return List.copyOf(streams);
    }

    private void market(InstrumentId id, Set<Kind> kinds, Set<VenueStream> streams) {
        if (kinds.contains(Kind.TRADE)) {
            streams.add(stream("trades-all", BUSINESS, id, Kind.TRADE, TRADE_SILENCE));
        }
        if (kinds.contains(Kind.BOOK)) {
            streams.add(stream("books", BOOKS, id, Kind.BOOK, BOOK_SILENCE));
        }
        if (kinds.contains(Kind.QUOTE)) {
            streams.add(stream("bbo-tbt", PUBLIC, id, Kind.QUOTE, QUOTE_SILENCE));
        }
        if (kinds.contains(Kind.CANDLE)) {
            for (String interval : candleIntervals) {
                streams.add(stream("candle" + OkxBar.of(interval), BUSINESS, id, Kind.CANDLE, TRADE_SILENCE));
            }
        }
    }

    private static void derivative(InstrumentId id, Set<Kind> kinds, Set<VenueStream> streams) {
        if (kinds.contains(Kind.MARK_PRICE)) {
            streams.add(stream("mark-price", PUBLIC, id, Kind.MARK_PRICE, MARK_SILENCE));
            if (OkxNames.isSwap(id)) {
                streams.add(new VenueStream(
                        OkxNames.stream("index-tickers", OkxNames.index(id)),
                        PUBLIC,
                        id,
                        Set.of(Kind.MARK_PRICE),
                        INDEX_SILENCE));
            }
        }
        if (kinds.contains(Kind.FUNDING_RATE) && id.market() == Market.PERPETUAL) {
            streams.add(stream("funding-rate", PUBLIC, id, Kind.FUNDING_RATE, FUNDING_SILENCE));
        }
        if (kinds.contains(Kind.OPEN_INTEREST)) {
            streams.add(stream("open-interest", PUBLIC, id, Kind.OPEN_INTEREST, INTEREST_SILENCE));
        }
        if (kinds.contains(Kind.LIQUIDATION)) {
            streams.add(liquidations(OkxNames.type(id)));
        }
    }

    /** One stream for all instruments of a type. Nobody may be liquidated for hours: silence says nothing. */
    private static VenueStream liquidations(String type) {
        Market market = type.equals("SWAP") ? Market.PERPETUAL : Market.FUTURE;
        return new VenueStream(
                OkxNames.stream(OkxSubscriptions.BY_TYPE, type),
                PUBLIC,
                InstrumentId.wholeFeed(OkxNames.EXCHANGE, market),
                Set.of(Kind.LIQUIDATION),
                Duration.ZERO);
    }

    private static VenueStream stream(String channel, String route, InstrumentId id, Kind kind, Duration silence) {
        return new VenueStream(OkxNames.stream(channel, id.symbol()), route, id, Set.of(kind), silence);
    }
}
