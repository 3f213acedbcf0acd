package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.BadMember;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Intervals of candles: the venue counts minutes and has letters for what is longer. */
enum BybitInterval {
    ONE_MINUTE("1", "1m", Duration.ofMinutes(1)),
    THREE_MINUTES("3", "3m", Duration.ofMinutes(3)),
    FIVE_MINUTES("5", "5m", Duration.ofMinutes(5)),
    QUARTER_HOUR("15", "15m", Duration.ofMinutes(15)),
    HALF_HOUR("30", "30m", Duration.ofMinutes(30)),
    ONE_HOUR("60", "1h", Duration.ofHours(1)),
    TWO_HOURS("120", "2h", Duration.ofHours(2)),
    FOUR_HOURS("240", "4h", Duration.ofHours(4)),
    SIX_HOURS("360", "6h", Duration.ofHours(6)),
    HALF_DAY("720", "12h", Duration.ofHours(12)),
    ONE_DAY("D", "1d", Duration.ofDays(1)),
    ONE_WEEK("W", "1w", Duration.ofDays(7)),
    /** The shortest month: pages may hold fewer rows than they could. */
    ONE_MONTH("M", "1M", Duration.ofDays(28));

    private final String wireName;
    private final String interval;
    private final Duration length;

    BybitInterval(String wireName, String interval, Duration length) {
        this.wireName = wireName;
        this.interval = interval;
        this.length = length;
    }

    /** As in topics and queries. */
    String wireName() {
        return wireName;
    }

    /** As in events and settings. */
    String interval() {
        return interval;
    }

    /** Of months the shortest. */
    Duration length() {
        return length;
    }

    /** Months differ, the others do not. */
    Duration longest() {
        return this == ONE_MONTH ? Duration.ofDays(31) : length;
    }

    /** Every interval as settings spell it. */
    static List<String> intervals() {
        return Arrays.stream(values()).map(BybitInterval::interval).toList();
    }

    static BybitInterval of(String interval) {
        return Arrays.stream(values())
                .filter(one -> one.interval.equals(interval))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("interval: '" + interval + "' is none of Bybit"));
    }

    static BybitInterval ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(one -> one.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new BadMember("interval", "expected minutes, D, W or M, got '" + wireName + "'"));
    }
}
