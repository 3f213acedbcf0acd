package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Candles;
import io.tapeline.emulator.market.Interval;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
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
                : last(candles, interval, end, limit);
    }

    private static List<Bar> last(Candles candles, Interval interval, long end, int limit) {
        ArrayDeque<Bar> found = new ArrayDeque<>();
        long open = interval.open(Math.min(end, candles.now()));
        while (found.size() < limit) {
            Optional<Bar> bar = candles.bar(interval, open);
            if (bar.isEmpty()) {
                break;
            }
            found.addFirst(bar.get());
            open = interval.open(open - 1);
        }
        return List.copyOf(found);
    }
}
