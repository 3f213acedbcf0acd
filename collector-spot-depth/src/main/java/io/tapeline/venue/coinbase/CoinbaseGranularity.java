package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.BadMember;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Lengths of candles. */
enum CoinbaseGranularity {
    MINUTE("1m", Duration.ofMinutes(1)),
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    QUARTER("15m", Duration.ofMinutes(15)),
    HOUR("1h", Duration.ofHours(1)),
    SIX_HOURS("6h", Duration.ofHours(6)),
    DAY("1d", Duration.ofDays(1));

    private final String interval;
    private final Duration length;

    CoinbaseGranularity(String interval, Duration length) {
        this.interval = interval;
        this.length = length;
    }

    /** As in events and settings. */
    String interval() {
        return interval;
    }

    Duration length() {
        return length;
    }

    /** As in requests. */
    String seconds() {
        return Long.toString(length.toSeconds());
    }

    static List<String> intervals() {
        return Arrays.stream(values()).map(CoinbaseGranularity::interval).toList();
    }

    static CoinbaseGranularity of(String interval) {
        return which(one -> one.interval.equals(interval), "interval", interval);
    }

    static CoinbaseGranularity ofSeconds(String seconds) {
        return which(one -> one.seconds().equals(seconds), "granularity", seconds);
    }

    private static CoinbaseGranularity which(Predicate<CoinbaseGranularity> meant, String name, String given) {
        return Arrays.stream(values())
                .filter(meant)
                .findFirst()
                .orElseThrow(() -> new BadMember(name, "expected a length of candles, got '" + given + "'"));
    }
}
