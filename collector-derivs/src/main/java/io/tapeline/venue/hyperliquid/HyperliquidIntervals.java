package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.BadMember;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Lengths of candles, in the spelling of the venue, which is everyone's. */
final class HyperliquidIntervals {
    private static final Map<String, Duration> LENGTHS = Map.ofEntries(
            Map.entry("1m", Duration.ofMinutes(1)),
            Map.entry("3m", Duration.ofMinutes(3)),
            Map.entry("5m", Duration.ofMinutes(5)),
            Map.entry("15m", Duration.ofMinutes(15)),
            Map.entry("30m", Duration.ofMinutes(30)),
            Map.entry("1h", Duration.ofHours(1)),
            Map.entry("2h", Duration.ofHours(2)),
            Map.entry("4h", Duration.ofHours(4)),
            Map.entry("8h", Duration.ofHours(8)),
            Map.entry("12h", Duration.ofHours(12)),
            Map.entry("1d", Duration.ofDays(1)),
            Map.entry("3d", Duration.ofDays(3)),
            Map.entry("1w", Duration.ofDays(7)),
            Map.entry("1M", Duration.ofDays(28)));

    private HyperliquidIntervals() {}

    static Set<String> all() {
        return LENGTHS.keySet();
    }

    /** The shortest that a candle of the interval may be: months differ. */
    static Duration length(String interval) {
        Duration length = LENGTHS.get(interval);
        if (length == null) {
            throw new BadMember("i", "expected an interval such as 1m, got '" + interval + "'");
        }
        return length;
    }
}
