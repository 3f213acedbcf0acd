package io.tapeline.venue.gmx;

import static io.tapeline.collector.decode.RestCalls.query;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Calls for candles of a market's index token. A call tells how many of the newest are wanted, not from when on. */
record GmxCandleCalls(RestCalls keeper, GmxSettings settings) {
    private static final int MOST = 10_000;
    /** So that a few readings that failed cost nothing. */
    private static final int POLLED = 5;

    Stream<Poll> polls(List<Instrument> markets, Set<Kind> kinds) {
        if (!kinds.contains(Kind.CANDLE)) {
            return Stream.empty();
        }
        return markets.stream().flatMap(market -> settings.candlePeriods().stream()
                .map(period -> new Poll(
                        "candles_" + period + ":" + market.symbol(),
                        Kind.CANDLE,
                        market.id(),
                        settings.candlesEvery(),
                        keeper.poll(
                                path(market, period, POLLED) + "#" + query(GmxCandles.MARKET, market.symbol()), 1))));
    }

    /**
     * What the venue still has of a stretch, for every configured period.
     *
     * @param from epoch microseconds
     * @param to epoch microseconds
     */
    List<RestCall> between(Instrument market, long from, long to, Origin origin) {
        Priority priority = origin == Origin.REPAIR ? Priority.REPAIR : Priority.BACKFILL;
        return settings.candlePeriods().stream()
                .map(period -> {
                    // The candle that was open at the beginning belongs to the stretch.
                    long opened = from / 1_000_000 - GmxCandles.seconds(period);
                    String wanted = query(
                            GmxCandles.MARKET, market.symbol(), GmxCandles.FROM, opened, GmxCandles.TO, to / 1_000_000);
                    return keeper.get(path(market, period, MOST) + "#" + wanted, 1, priority, origin);
                })
                .toList();
    }

    private static String path(Instrument market, String period, int limit) {
        return "/prices/candles?" + query("tokenSymbol", market.base(), "period", period, "limit", limit);
    }
}
