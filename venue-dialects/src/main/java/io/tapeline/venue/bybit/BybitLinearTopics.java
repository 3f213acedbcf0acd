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

/** Topics of linear contracts: tickers and liquidations beside those that every category has. */
record BybitLinearTopics(BybitTopics market) implements BybitTopics {
    /** Trades come when people trade: the quietest contracts go many minutes without one. */
    private static final Duration TRADE_SILENCE = Duration.ofMinutes(15);

    /** Some level of a book of any size moves every few seconds. */
    private static final Duration BOOK_SILENCE = Duration.ofMinutes(1);

    /** Mark and index price move every second. */
    private static final Duration MARK_SILENCE = Duration.ofMinutes(1);

    /** Open interest and funding of a quiet contract stand still. */
    private static final Duration TICKER_SILENCE = Duration.ofMinutes(15);

    BybitLinearTopics(BybitSettings settings) {
        this(new BybitMarketTopics(
                BybitCategory.LINEAR, settings.depth(), settings.intervals(), TRADE_SILENCE, BOOK_SILENCE));
    }

    @Override
    public List<VenueStream> of(Instrument instrument, Set<Kind> kinds) {
        List<VenueStream> topics = new ArrayList<>(market.of(instrument, kinds));
        Set<Kind> ticker = tickerKinds(instrument, kinds);
        if (!ticker.isEmpty()) {
            Duration silence = ticker.contains(Kind.MARK_PRICE) ? MARK_SILENCE : TICKER_SILENCE;
            topics.add(BybitTopics.topic(BybitCategory.LINEAR, "tickers", instrument, ticker, silence));
        }
        if (kinds.contains(Kind.LIQUIDATION)) {
            // Nobody may be liquidated for hours: silence says nothing.
            topics.add(BybitTopics.topic(
                    BybitCategory.LINEAR, "allLiquidation", instrument, Set.of(Kind.LIQUIDATION), Duration.ZERO));
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
}
