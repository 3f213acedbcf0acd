package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Topics that every category has: trades, books, quotes, candles.
 *
 * @param depth levels of the books
 * @param tradeSilence how long the quietest instruments go without a trade
 * @param bookSilence how long no level of the quietest books moves
 */
record BybitMarketTopics(
        BybitCategory category, int depth, List<BybitInterval> intervals, Duration tradeSilence, Duration bookSilence)
        implements BybitTopics {
    /** The best prices are repeated after 3 s without change. */
    private static final Duration QUOTE_SILENCE = Duration.ofSeconds(30);

    /** The running candle is sent at least once a minute. */
    private static final Duration CANDLE_SILENCE = Duration.ofMinutes(3);

    @Override
    public List<VenueStream> of(Instrument instrument, Set<Kind> kinds) {
        List<VenueStream> topics = new ArrayList<>();
        if (kinds.contains(Kind.TRADE)) {
            topics.add(topic("publicTrade", instrument, Kind.TRADE, tradeSilence));
        }
        if (kinds.contains(Kind.BOOK)) {
            topics.add(topic("orderbook." + depth, instrument, Kind.BOOK, bookSilence));
        }
        if (kinds.contains(Kind.QUOTE)) {
            topics.add(topic("orderbook.1", instrument, Kind.QUOTE, QUOTE_SILENCE));
        }
        if (kinds.contains(Kind.CANDLE)) {
            intervals.forEach(interval ->
                    topics.add(topic("kline." + interval.wireName(), instrument, Kind.CANDLE, CANDLE_SILENCE)));
        }
        return topics;
    }

    private VenueStream topic(String channel, Instrument instrument, Kind kind, Duration silence) {
        return BybitTopics.topic(category, channel, instrument, Set.of(kind), silence);
    }
}
