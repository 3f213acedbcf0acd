package io.tapeline.emulator.bybit;

import io.tapeline.emulator.market.Interval;
import java.util.List;
import java.util.Optional;

/** An interval of candles. @param wireName minutes, or a letter for what is longer */
record BybitInterval(String wireName, Interval interval) {
    static final List<BybitInterval> ALL = Interval.ALL.stream()
            .filter(interval -> !List.of("8h", "3d").contains(interval.name()))
            .map(interval -> new BybitInterval(wireName(interval), interval))
            .toList();

    private static String wireName(Interval interval) {
        return switch (interval.name()) {
            case "1d" -> "D";
            case "1w" -> "W";
            case "1M" -> "M";
            default -> Integer.toString(interval.minutes());
        };
    }

    /** Empty for a name that the venue has not. */
    static Optional<Interval> of(String wireName) {
        return ALL.stream()
                .filter(one -> one.wireName().equals(wireName))
                .findFirst()
                .map(BybitInterval::interval);
    }
}
