package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Topics of linear contracts. */
record BybitLinearTopics(BybitSettings settings) implements BybitTopics {
    /** Trades come when people trade: the quietest contracts go many minutes without one. */
    private static final Duration TRADE_SILENCE = Duration.ofMinutes(15);

    /** Some level of a book of any size moves every few seconds. */
    private static final Duration BOOK_SILENCE = Duration.ofMinutes(1);

    /** The best prices are repeated after 3 s without change. */
    private static final Duration QUOTE_SILENCE = Duration.ofSeconds(30);

    /** Mark and index price move every second. */
    private static final Duration MARK_SILENCE = Duration.ofMinutes(1);

    /** Open interest and funding of a quiet contract stand still. */
    private static final Duration TICKER_SILENCE = Duration.ofMinutes(15);

    @Override
    public List<VenueStream> of(Instrument instrument, Set<Kind> kinds) {
        List<VenueStream> topics = new ArrayList<>();
        if (kinds.contains(Kind.TRADE)) {
            topics.add(topic("publicTrade", instrument, Set.of(Kind.TRADE), TRADE_SILENCE));
        }
        if (kinds.contains(Kind.BOOK)) {
            topics.add(topic("orderbook." + settings.depth(), instrument, Set.of(Kind.BOOK), BOOK_SILENCE));
        }
        if (kinds.contains(Kind.QUOTE)) {
            topics.add(topic("orderbook.1", instrument, Set.of(Kind.QUOTE), QUOTE_SILENCE));
        }
        Set<Kind> ticker = tickerKinds(instrument, kinds);
        if (!ticker.isEmpty()) {
            Duration silence = ticker.contains(Kind.MARK_PRICE) ? MARK_SILENCE : TICKER_SILENCE;
            topics.add(topic("tickers", instrument, ticker, silence));
        }
        if (kinds.contains(Kind.LIQUIDATION)) {
            // Nobody may be liquidated for hours: silence says nothing.
            topics.add(topic("allLiquidation", instrument, Set.of(Kind.LIQUIDATION), Duration.ZERO));
        }
        if (kinds.contains(Kind.CANDLE)) {
            settings.intervals().forEach(interval -> topics.add(candles(interval, instrument)));
        }
        return topics;
    }

    /** One topic brings prices, funding estimate and open interest; dated futures have no funding. */
    private static Set<Kind> tickerKinds(Instrument instrument, Set<Kind> kinds) {
        Set<Kind> ticker = EnumSet.noneOf(Kind.class);
        ticker.addAll(kinds);
        ticker.retainAll(Set.of(Kind.MARK_PRICE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST));
        if (instrument.id().market() != Market.PERPETUAL) {
            ticker.remove(Kind.FUNDING_RATE);
        }
        return ticker;
    }

    /** The running candle is sent at least once a minute. */
    private static VenueStream candles(BybitInterval interval, Instrument instrument) {
        return topic("kline." + interval.wireName(), instrument, Set.of(Kind.CANDLE), Duration.ofMinutes(3));
    }

    private static VenueStream topic(String channel, Instrument instrument, Set<Kind> kinds, Duration silence) {
        return new VenueStream(
                channel + "." + instrument.symbol(),
                BybitCategory.LINEAR.wireName(),
                instrument.id(),
                Set.copyOf(kinds),
                silence);
    }
}
