package io.tapeline.venue.upbit;

import io.tapeline.collector.venue.RestBudget;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ten requests a second for each group of calls, counted by address. Every answer tells what is left of the second:
 * {@code Remaining-Req: group=candles; min=600; sec=9}.
 */
final class UpbitBudgets {
    static final String MARKET = "market";
    static final String CANDLES = "candles";
    static final String TRADES = "trades";
    static final String ORDERBOOK = "orderbook";

    private static final int PER_SECOND = 10;
    private static final Pattern LEFT = Pattern.compile("\\bsec=(\\d+)");

    private UpbitBudgets() {}

    static List<RestBudget> all() {
        return Stream.of(MARKET, CANDLES, TRADES, ORDERBOOK)
                .map(group -> new RestBudget(group, PER_SECOND, Duration.ofSeconds(1), "Remaining-Req", LEFT))
                .toList();
    }
}
