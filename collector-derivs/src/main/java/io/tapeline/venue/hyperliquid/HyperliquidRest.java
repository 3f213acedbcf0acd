package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** REST calls: 1200 weight a minute. Trades have no history; candles have the latest 5000 of each interval. */
final class HyperliquidRest implements VenueRest {
    private static final RestBudget BUDGET = new RestBudget(HyperliquidNames.FEED, 1_200, Duration.ofMinutes(1), null);
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final HyperliquidSettings settings;
    private final HyperliquidInfo info;

    HyperliquidRest(HyperliquidSettings settings) {
        this.settings = settings;
        this.info = new HyperliquidInfo(settings.rest());
    }

    @Override
    public List<RestBudget> budgets() {
        return List.of(BUDGET);
    }

    /** The list of dexes leads to the listing of each. */
    @Override
    public List<RestCall> instruments() {
        RestCall perpetuals = settings.builderDexes() ? info.listing("perpDexs") : info.metas("", List.of());
        return List.of(perpetuals, info.listing("spotMeta"));
    }

    /** Candles and settled funding; what was traded meanwhile cannot be had, but for the few trades a subscription begins with. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return past(kind, instrument, hole.from() / 1_000, hole.to() / 1_000, Origin.REPAIR);
    }

    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return past(kind, instrument, from / 1_000, Math.ceilDiv(to, 1_000) - 1, Origin.BACKFILL);
    }

    private List<RestCall> past(Kind kind, InstrumentId instrument, long from, long to, Origin origin) {
        List<RestCall> calls = new ArrayList<>();
        if (kind == Kind.CANDLE) {
            settings.candleIntervals()
                    .forEach(interval -> candles(instrument.symbol(), interval, from, to, origin, calls));
        } else if (kind == Kind.FUNDING_RATE && instrument.market() == Market.PERPETUAL) {
            calls.add(info.fundingHistory(instrument.symbol(), Math.max(0, from - HOUR_MILLIS), to, origin));
        }
        return calls;
    }

    private void candles(String coin, String interval, long from, long to, Origin origin, List<RestCall> calls) {
        long page = HyperliquidIntervals.length(interval).toMillis() * HyperliquidInfo.ROWS_OF_CANDLES;
        for (long start = from; start <= to; start += page) {
            calls.add(info.candles(coin, interval, start, Math.min(to, start + page - 1), origin));
        }
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<Instrument> perpetuals = instruments.stream()
                .filter(instrument -> instrument.live() && instrument.id().market() == Market.PERPETUAL)
                .toList();
        if (!kinds.contains(Kind.FUNDING_RATE) || perpetuals.isEmpty()) {
            return List.of();
        }
        List<Poll> polls = new ArrayList<>();
        polls.add(new Poll(
                "predicted_funding",
                Kind.FUNDING_RATE,
                InstrumentId.wholeFeed(HyperliquidNames.EXCHANGE, Market.PERPETUAL),
                settings.predictedFundingEvery(),
                info.predictedFundings()));
        perpetuals.forEach(instrument -> polls.add(settledFunding(instrument)));
        return polls;
    }

    private Poll settledFunding(Instrument instrument) {
        return new Poll(
                "settled_funding:" + instrument.symbol(),
                Set.of(Kind.FUNDING_RATE),
                instrument.id(),
                settings.settledFundingEvery(),
                now -> info.fundingHistory(
                        instrument.symbol(), now / 1_000 - 3 * HOUR_MILLIS, now / 1_000, Origin.LIVE));
    }
}
