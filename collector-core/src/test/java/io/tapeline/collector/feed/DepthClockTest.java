package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

class DepthClockTest {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<String> struck = new ArrayList<>();

    private void start(Duration at) {
        time.advanceTimeBy(at);
        new DepthClock(
                        time,
                        () -> time.now(TimeUnit.MICROSECONDS),
                        (moment, now, interval) -> struck.add(moment / 1_000_000 + " " + interval))
                .start();
    }

    @Test
    void figuresAreOfFullFiveSecondsAndFullMinutes() {
        start(Duration.ofMillis(48_700));
        time.advanceTimeBy(Duration.ofSeconds(17));
        assertThat(struck).containsExactly("50 5s", "55 5s", "60 5s", "60 1min", "65 5s");
    }

    @Test
    void aStartAtTheVeryMomentIsNotOfThatMoment() {
        start(Duration.ofSeconds(60));
        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(struck).containsExactly("65 5s");
    }
}
