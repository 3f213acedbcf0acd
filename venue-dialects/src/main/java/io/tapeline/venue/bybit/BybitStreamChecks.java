package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.SettingChecks;
import java.util.List;
import java.util.Set;

/** Checks of the settings that every feed of the venue has: what its streams bring, and how much of it. */
record BybitStreamChecks(SettingChecks checks) {
    private static final Set<Integer> DEPTHS = Set.of(50, 200, 1000);

    void require(int depth, List<String> candleIntervals) {
        checks.require(DEPTHS.contains(depth), "depth", "50, 200 or 1000", depth);
        checks.require(
                BybitInterval.intervals().containsAll(candleIntervals),
                "candle-intervals",
                "some of " + BybitInterval.intervals(),
                candleIntervals);
    }
}
