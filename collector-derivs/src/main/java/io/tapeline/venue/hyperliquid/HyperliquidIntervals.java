package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.CandleLengths;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Lengths of candles, in the spelling of the venue, which is everyone's. */
final class HyperliquidIntervals {
    private static final Map<String, Duration> LENGTHS = lengths();

    private HyperliquidIntervals() {}

    private static Map<String, Duration> lengths() {
        Map<String, Duration> lengths = new LinkedHashMap<>(
                CandleLengths.of("1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "8h", "12h", "1d", "3d", "1w"));
        lengths.put("1M", Duration.ofDays(28));
        return lengths;
    }

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
