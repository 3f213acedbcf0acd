package io.tapeline.venue.dydx;

import io.tapeline.collector.decode.BadMember;
import java.time.Duration;
import java.util.Arrays;

/** Lengths of candles. */
enum DydxResolution {
    MINUTE("1MIN", "1m", Duration.ofMinutes(1)),
    FIVE_MINUTES("5MINS", "5m", Duration.ofMinutes(5)),
    QUARTER_HOUR("15MINS", "15m", Duration.ofMinutes(15)),
    HALF_HOUR("30MINS", "30m", Duration.ofMinutes(30)),
    HOUR("1HOUR", "1h", Duration.ofHours(1)),
    FOUR_HOURS("4HOURS", "4h", Duration.ofHours(4)),
    DAY("1DAY", "1d", Duration.ofDays(1));

    /** The venue's spelling. */
    final String wire;

    final String interval;
    final Duration length;

    DydxResolution(String wire, String interval, Duration length) {
        this.wire = wire;
        this.interval = interval;
        this.length = length;
    }

    long micros() {
        return length.toMillis() * 1_000;
    }

    static DydxResolution ofWire(String wire) {
        return Arrays.stream(values())
                .filter(one -> one.wire.equals(wire))
                .findAny()
                .orElseThrow(() -> new BadMember("resolution", "expected one such as 1MIN, got '" + wire + "'"));
    }

    /** @throws IllegalArgumentException when the venue has none such */
    static DydxResolution ofInterval(String interval) {
        return Arrays.stream(values())
                .filter(one -> one.interval.equals(interval))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("expected 1m 5m 15m 30m 1h 4h or 1d, got " + interval));
    }
}
