package io.tapeline.venue.upbit;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** REST calls: trades of the last seven days, candles of any time, the listing. */
final class UpbitRest implements VenueRest {
    /** The venue has the running day and seven before it; one more says that there is no more. */
    private static final int DAYS_OF_TRADES = 9;

    /** The venue's times may differ this much from those of receipt, by which a hole is measured. */
    private static final long TRANSIT = Duration.ofSeconds(5).toNanos() / 1_000;

    private final RestCalls calls;
    private final List<UpbitInterval> intervals;

    UpbitRest(UpbitSettings settings) {
        calls = new RestCalls(settings.rest(), UpbitBudgets.MARKET);
        intervals = settings.candleIntervals().stream()
                .map(UpbitInterval::of)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<RestBudget> budgets() {
        return UpbitBudgets.all();
    }

    @Override
    public RefusalRules refusals() {
        return UpbitRefusals.RULES;
    }

    @Override
    public List<RestCall> instruments() {
        return List.of(calls.listing(UpbitListing.DETAILED, 1));
    }

    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        String code = instrument.symbol();
        return switch (kind) {
            case TRADE -> {
                long from = Math.max(0, hole.from() - TRANSIT);
                RestCalls trades = calls.drawing(UpbitBudgets.TRADES);
                yield UpbitTradePages.of(code, from, hole.to() + TRANSIT, DAYS_OF_TRADES).stream()
                        .map(page -> trades.repair(page, 1))
                        .toList();
            }
            case CANDLE ->
                candles(code, hole.from(), hole.to(), page -> candleCalls().repair(page, 1));
            default -> List.of();
        };
    }

    /** Trades are not fetched beyond what is missing: days of them are thousands of calls a market. */
    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return kind == Kind.CANDLE
                ? candles(
                        instrument.symbol(), from, to - 1, page -> candleCalls().history(page, 1))
                : List.of();
    }

    private RestCalls candleCalls() {
        return calls.drawing(UpbitBudgets.CANDLES);
    }

    private List<RestCall> candles(String code, long from, long to, Function<String, RestCall> call) {
        Stream<String> pages =
                intervals.stream().flatMap(interval -> UpbitCandlePages.of(code, interval, from, to).stream());
        return pages.map(call).toList();
    }
}
