package io.tapeline.venue.deribit;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;

/**
 * What is read again and again: candles, which become final only so; the funding that was paid; and trades of an hour
 * ago, since the venue flags a liquidation about an hour late and never on the stream (measured in September 2026). Each
 * of those is read between 60 and 90 minutes after it happened, twice at the usual pace.
 */
record DeribitPolls(DeribitSettings settings, DeribitRanges ranges) {
    /** Length of the stretch that is read again. */
    static final Duration LATE_WINDOW = Duration.ofMinutes(30);

    private static final Duration FUNDING_REACH = Duration.ofHours(3);

    List<Poll> of(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<Poll> polls = new ArrayList<>();
        List<Instrument> live = instruments.stream().filter(Instrument::live).toList();
        for (Instrument instrument : live) {
            Market market = instrument.id().market();
            if (kinds.contains(Kind.CANDLE) && market != Market.INDEX && market != Market.OPTION) {
                settings.candleIntervals().forEach(interval -> polls.add(candles(instrument.id(), interval)));
            }
            if (kinds.contains(Kind.FUNDING_RATE) && market == Market.PERPETUAL) {
                polls.add(funding(instrument.id()));
            }
        }
        if (kinds.contains(Kind.LIQUIDATION)) {
            polls.addAll(lateFlags(live, Kind.LIQUIDATION));
        } else if (kinds.contains(Kind.TRADE)) {
            polls.addAll(lateFlags(live, Kind.TRADE));
        }
        return polls;
    }

    private Poll candles(InstrumentId id, String interval) {
        return new Poll(
                "candles_" + interval + ":" + id.symbol(),
                Set.of(Kind.CANDLE),
                id,
                settings.candlesEvery(),
                now -> regular(ranges.lastCandles(id, interval, now / 1_000)));
    }

    private Poll funding(InstrumentId id) {
        return new Poll(
                "settled_funding:" + id.symbol(),
                Set.of(Kind.FUNDING_RATE),
                id,
                settings.settledFundingEvery(),
                now -> ranges.lateFunding(id, now / 1_000 - FUNDING_REACH.toMillis(), now / 1_000));
    }

    /** Futures one by one; of options a chain is a thousand, so they are read by the currency they settle in. */
    private List<Poll> lateFlags(List<Instrument> live, Kind kind) {
        List<Poll> polls = new ArrayList<>();
        Map<String, Set<String>> options = new TreeMap<>();
        for (Instrument instrument : live) {
            InstrumentId id = instrument.id();
            switch (id.market()) {
                case PERPETUAL, FUTURE ->
                    polls.add(late(id.symbol(), kind, id, now -> ranges.flagged(id, begin(now), end(now))));
                case OPTION ->
                    options.computeIfAbsent(String.valueOf(instrument.settle()), absent -> new TreeSet<>())
                            .add(instrument.base());
                case SPOT, PREDICTION, INDEX -> {}
            }
        }
        InstrumentId all = InstrumentId.wholeFeed(DeribitSymbol.EXCHANGE, Market.OPTION);
        options.forEach((currency, set) -> {
            String bases = String.join(",", set);
            polls.add(late(
                    currency + " options on " + bases,
                    kind,
                    all,
                    now -> ranges.flaggedOptions(currency, bases, begin(now), end(now))));
        });
        return polls;
    }

    private Poll late(String about, Kind kind, InstrumentId id, LongFunction<RestCall> call) {
        return new Poll(
                "late_liquidations:" + about,
                Set.of(kind),
                id,
                settings.liquidationsEvery(),
                now -> regular(call.apply(now)));
    }

    private long begin(long now) {
        return end(now) - LATE_WINDOW.toMillis();
    }

    private long end(long now) {
        return now / 1_000 - settings.liquidationsAfter().toMillis();
    }

    /** What it brings is marked as repair: it is no news of this moment, and a later candle may have come already. */
    private static RestCall regular(RestCall call) {
        return new RestCall(call.uri(), call.budget(), call.weight(), Priority.POLL, Origin.REPAIR);
    }
}
