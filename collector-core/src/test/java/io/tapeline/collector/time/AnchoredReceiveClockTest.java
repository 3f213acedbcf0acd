package io.tapeline.collector.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AnchoredReceiveClockTest {
    private static final long START = 1_790_000_000_000_000L;

    private long wallMicros = START;
    private long nanos = 77;
    private final ReceiveClock clock = new AnchoredReceiveClock(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return Instant.ofEpochSecond(wallMicros / 1_000_000, wallMicros % 1_000_000 * 1_000);
                }
            },
            () -> nanos);

    private void pass(long micros) {
        wallMicros += micros;
        nanos += micros * 1_000;
    }

    @Test
    void itFollowsTheWallClockToTheMicrosecond() {
        pass(1_234_567);

        assertThat(clock.micros()).isEqualTo(START + 1_234_567);
    }

    @Test
    void itNeverGoesBackWhenTheWallClockIsSetBackAndMeetsItAgain() {
        pass(5_000_000);
        long before = clock.micros();
        wallMicros -= 2_000_000;
        long last = before;
        for (int i = 0; i < 100; i++) {
            pass(100_000);
            long now = clock.micros();
            assertThat(now).isGreaterThanOrEqualTo(last);
            last = now;
        }

        assertThat(last).isEqualTo(wallMicros);
    }

    @Test
    void itFollowsWhenTheWallClockIsSetForward() {
        pass(2_000_000);
        wallMicros += 3_600_000_000L;
        pass(1_000_000);

        assertThat(clock.micros()).isEqualTo(wallMicros);
    }
}
