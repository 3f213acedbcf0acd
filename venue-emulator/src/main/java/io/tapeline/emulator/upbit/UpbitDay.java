package io.tapeline.emulator.upbit;

import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Interval;

/** The day of a market, which begins at 00:00 UTC. */
final class UpbitDay {
    static final Interval LENGTH = Interval.of("1d").orElseThrow();

    private final ListedContract listed;
    private long begins = Long.MIN_VALUE;
    private long closedBefore;

    UpbitDay(ListedContract listed) {
        this.listed = listed;
    }

    /** What was traded on it until now. */
    Bar at(long now) {
        return listed.candles()
                .bar(LENGTH, LENGTH.open(now))
                .orElseGet(() -> new Bar(LENGTH.open(now), listed.market().lastPrice()));
    }

    /** The last price of the day before, in ticks. */
    long closeBefore(long now) {
        if (begins != LENGTH.open(now)) {
            begins = LENGTH.open(now);
            closedBefore = listed.candles()
                    .bar(LENGTH, LENGTH.open(begins - 1))
                    .map(Bar::close)
                    .orElseGet(() -> at(now).open());
        }
        return closedBefore;
    }
}
