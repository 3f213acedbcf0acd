package io.tapeline.venue.coinbasefutures;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Lengths of candles; the socket has five minutes alone. */
enum CoinbaseGranularity {
    ONE_MINUTE("1m", Duration.ofMinutes(1)),
    FIVE_MINUTE("5m", Duration.ofMinutes(5)),
    FIFTEEN_MINUTE("15m", Duration.ofMinutes(15)),
    THIRTY_MINUTE("30m", Duration.ofMinutes(30)),
    ONE_HOUR("1h", Duration.ofHours(1)),
    TWO_HOUR("2h", Duration.ofHours(2)),
    SIX_HOUR("6h", Duration.ofHours(6)),
    ONE_DAY("1d", Duration.ofDays(1));

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

    static List<String> intervals() {
        return Arrays.stream(values()).map(CoinbaseGranularity::interval).toList();
    }

    static CoinbaseGranularity of(String interval) {
        return Arrays.stream(values())
                .filter(one -> one.interval.equals(interval))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("interval: '" + interval + "' is none of Coinbase"));
    }
}
