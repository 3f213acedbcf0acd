package io.tapeline.emulator.htx;

import io.tapeline.emulator.market.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Periods of candles by the venue's names. */
final class HtxPeriods {
    static final Map<String, Interval> ALL = all();

    private HtxPeriods() {}

    private static Map<String, Interval> all() {
        Map<String, Interval> periods = new LinkedHashMap<>();
        for (Interval interval : Interval.ALL) {
            if (List.of("1m", "5m", "15m", "30m", "1h", "4h", "12h", "1d", "1w", "1M").contains(interval.name())) {
                periods.put(name(interval), interval);
            }
        }
        return periods;
    }

    private static String name(Interval interval) {
        return switch (interval.name()) {
            case "4h" -> "4hour";
            case "12h" -> "12hour";
            case "1d" -> "1day";
            case "1w" -> "1week";
            case "1M" -> "1mon";
            default -> interval.minutes() + "min";
        };
    }
}
