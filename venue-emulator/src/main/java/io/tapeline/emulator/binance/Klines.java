package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Candles;
import io.tapeline.emulator.market.Interval;
import java.util.List;
import java.util.OptionalLong;

/** The candles a REST request asks for. */
final class Klines {
    private Klines() {}

    static List<Bar> asked(Candles candles, Interval interval, Parameters parameters, int most) {
        int limit = parameters.limit(500, most);
        OptionalLong start = parameters.number("startTime");
        long end = parameters.number("endTime").orElse(Long.MAX_VALUE);
        return start.isPresent()
                ? candles.range(interval, start.getAsLong(), end, limit)
                : candles.last(interval, end, limit);
    }
}
