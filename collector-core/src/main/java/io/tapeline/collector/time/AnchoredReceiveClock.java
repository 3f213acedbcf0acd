package io.tapeline.collector.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoField;

/**
 * The monotonic clock, anchored to the wall clock once a second. Where the wall clock has run ahead it is followed at
 * once; where it has been set back, this clock runs at half speed until the two meet again.
 */
final class AnchoredReceiveClock implements ReceiveClock {
    private static final long ANCHOR_EVERY_MICROS = 1_000_000L;

    private final Clock wall;
    private final MonotonicClock monotonic;
    private long offset;
    private long anchoredAt;
    private long last;

    AnchoredReceiveClock(Clock wall, MonotonicClock monotonic) {
        this.wall = wall;
        this.monotonic = monotonic;
        this.anchoredAt = monotonic.nanos() / 1_000L;
        this.offset = wallMicros() - anchoredAt;
        this.last = anchoredAt + offset;
    }

    @Override
    public synchronized long micros() {
        long now = monotonic.nanos() / 1_000L;
        if (now - anchoredAt >= ANCHOR_EVERY_MICROS) {
            anchor(now);
        }
        last = Math.max(last, now + offset);
        return last;
    }

    private void anchor(long now) {
        long ahead = now + offset - wallMicros();
        offset -= Math.min(ahead, (now - anchoredAt) / 2);
        anchoredAt = now;
    }

    private long wallMicros() {
        Instant instant = wall.instant();
        return instant.getEpochSecond() * 1_000_000L + instant.get(ChronoField.MICRO_OF_SECOND);
    }
}
