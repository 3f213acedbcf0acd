package io.tapeline.venue.htx;

import io.tapeline.collector.decode.BadMember;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Periods in the venue's spelling. */
final class HtxPeriods {
    private record Period(String name, Duration length) {}

    /** Months and years count as their shortest: pages computed from it are never too long. */
    private static final Map<String, Period> PERIODS = Map.ofEntries(
            Map.entry("1min", new Period("1m", Duration.ofMinutes(1))),
            Map.entry("5min", new Period("5m", Duration.ofMinutes(5))),
            Map.entry("15min", new Period("15m", Duration.ofMinutes(15))),
            Map.entry("30min", new Period("30m", Duration.ofMinutes(30))),
            Map.entry("60min", new Period("1h", Duration.ofHours(1))),
            Map.entry("4hour", new Period("4h", Duration.ofHours(4))),
            Map.entry("12hour", new Period("12h", Duration.ofHours(12))),
            Map.entry("1day", new Period("1d", Duration.ofDays(1))),
            Map.entry("1week", new Period("1w", Duration.ofDays(7))),
            Map.entry("1mon", new Period("1M", Duration.ofDays(28))),
            Map.entry("1year", new Period("1y", Duration.ofDays(365))));

    private HtxPeriods() {}

    /** Those of contracts. */
    static Set<String> ofContracts() {
        return without("1year");
    }

    /** Those of spot pairs. */
    static Set<String> ofPairs() {
        return without("12hour");
    }

    private static Set<String> without(String period) {
        Set<String> others = new TreeSet<>(PERIODS.keySet());
        others.remove(period);
        return others;
    }

    /** The venue-neutral spelling. */
    static String neutral(String period) {
        return of(period).name();
    }

    static Duration length(String period) {
        return of(period).length();
    }

    private static Period of(String period) {
        Period found = PERIODS.get(period);
        if (found == null) {
            throw new BadMember("period", "expected one of " + PERIODS.keySet() + ", got '" + period + "'");
        }
        return found;
    }
}
