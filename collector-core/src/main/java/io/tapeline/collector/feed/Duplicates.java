package io.tapeline.collector.feed;

import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.identity.EventIdentity;
import io.tapeline.model.instrument.InstrumentId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out what was already received on an overlapping connection or by an earlier poll, and estimates that did not
 * change. Remembers a bounded number of recent identities; the store settles what is older. Consecutive ids are not its
 * business. Not for use by several threads.
 */
final class Duplicates {
    private static final int REMEMBERED = 20_000;

    /** No connection is that many quotes of an instrument behind another: lower numbers are new ones of a venue that restarted. */
    private static final int NUMBERED_ANEW = 1_000;

    private record QuoteSeen(long sequence, @Nullable String connection) {}

    private record CandleKey(InstrumentId instrument, String interval, Object source) {}

    private final Map<EventIdentity, Boolean> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<EventIdentity, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Map<EventIdentity, Settlement> settlements = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<EventIdentity, Settlement> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Map<InstrumentId, QuoteSeen> quotes = new HashMap<>();
    private final Map<CandleKey, Candle> candles = new HashMap<>();
    private final Map<InstrumentId, FundingRate> estimates = new HashMap<>();

    /**
     * Whether an event is news.
     *
     * @param connection it came on, null for REST
     */
    boolean isNew(MarketEvent event, @Nullable String connection) {
        return switch (event) {
            case Quote quote when quote.sequence() != null -> isNewQuote(quote, quote.sequence(), connection);
            case Candle candle -> isNewCandle(candle);
            case FundingRate funding when funding.status() == FundingStatus.ESTIMATED -> isChanged(funding);
            case Settlement settlement -> isNewSettlement(settlement);
            default -> recent.put(EventIdentity.of(event), true) == null;
        };
    }

    /** An instrument is not collected any more. */
    void forget(InstrumentId instrument) {
        quotes.remove(instrument);
        candles.keySet().removeIf(key -> key.instrument().equals(instrument));
        estimates.remove(instrument);
    }

    /**
     * On one connection a quote that came out of order is still a quote; across connections only the newer counts, unless
     * the venue numbers anew.
     */
    private boolean isNewQuote(Quote quote, long sequence, @Nullable String connection) {
        QuoteSeen seen = quotes.get(quote.instrumentId());
        boolean anew = seen != null && sequence < seen.sequence - NUMBERED_ANEW;
        if (seen != null && !anew) {
            boolean sameConnection = Objects.equals(seen.connection, connection);
            if (sequence == seen.sequence || (sequence < seen.sequence && !sameConnection)) {
                return false;
            }
        }
        if (seen == null || anew || sequence > seen.sequence) {
            quotes.put(quote.instrumentId(), new QuoteSeen(sequence, connection));
        }
        return true;
    }

    /** A settlement is told again when it has reached a later stage or says something else. */
    private boolean isNewSettlement(Settlement settlement) {
        EventIdentity identity = EventIdentity.of(settlement);
        Settlement before = settlements.get(identity);
        if (before != null && !SettlementStage.isNews(before, settlement)) {
            return false;
        }
        settlements.put(identity, settlement);
        return true;
    }

    private boolean isNewCandle(Candle candle) {
        if (candle.header().origin() != Origin.LIVE) {
            return true;
        }
        CandleKey key = new CandleKey(candle.instrumentId(), candle.interval(), candle.source());
        Candle before = candles.get(key);
        if (before != null) {
            long opened = before.header().timestamp();
            long opens = candle.header().timestamp();
            if (opens < opened || (opens == opened && (before.closed() || sameFigures(before, candle)))) {
                return false;
            }
        }
        candles.put(key, candle);
        return true;
    }

    @SuppressWarnings("BigDecimalEquals") // other digits are other figures
    private static boolean sameFigures(Candle a, Candle b) {
        return a.closed() == b.closed()
                && a.close().equals(b.close())
                && a.high().equals(b.high())
                && a.low().equals(b.low())
                && Objects.equals(a.volume(), b.volume())
                && Objects.equals(a.trades(), b.trades());
    }

    @SuppressWarnings("BigDecimalEquals") // at worst an estimate is published once more
    private boolean isChanged(FundingRate funding) {
        FundingRate before = estimates.get(funding.instrumentId());
        if (before != null
                && before.rate().compareTo(funding.rate()) == 0
                && Objects.equals(before.nextFundingTime(), funding.nextFundingTime())
                && Objects.equals(before.predictedRate(), funding.predictedRate())
                && Objects.equals(before.intervalHours(), funding.intervalHours())) {
            return false;
        }
        estimates.put(funding.instrumentId(), funding);
        return true;
    }
}
