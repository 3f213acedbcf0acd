package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class PollsTest {
    private static final long HOUR = 3_600_000_000L;

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<Long> hours = new ArrayList<>();
    private RestResult result = FakeTransport.answered();
    private final Polls polls = new Polls(
            (call, instruments) -> Mono.fromSupplier(() -> {
                hours.add(now() / HOUR);
                return result;
            }),
            InstrumentLookup.NONE,
            time,
            this::now,
            Duration.ofHours(23),
            (poll, answer) -> {});

    private long now() {
        return time.now(TimeUnit.MICROSECONDS);
    }

    /** Due at nine and at eighteen. */
    private static long next(long now) {
        long day = now - now % (24 * HOUR);
        long at = now - day;
        return day + (at < 9 * HOUR ? 9 : at < 18 * HOUR ? 18 : 33) * HOUR;
    }

    private static Poll byTheClock() {
        RestCall call =
                new RestCall(URI.create("https://venue.example/day"), "calls", 1, RestCall.Priority.POLL, Origin.LIVE);
        return new Poll(
                "daily",
                Set.of(Kind.SETTLEMENT),
                InstrumentId.wholeFeed("toy", Market.FUTURE),
                Duration.ofDays(1),
                now -> call,
                PollsTest::next);
    }

    @Test
    void aCallByTheClockIsMadeAtTheStartAndWhenItIsDue() {
        polls.set(List.of(byTheClock()));
        time.advanceTimeBy(Duration.ofHours(48));
        assertThat(hours).containsExactly(0L, 9L, 18L, 33L, 42L);
    }

    @Test
    void aCallByTheClockEndsWhenItIsWantedNoMore() {
        polls.set(List.of(byTheClock()));
        time.advanceTimeBy(Duration.ofHours(10));
        polls.stop();
        time.advanceTimeBy(Duration.ofHours(48));
        assertThat(hours).containsExactly(0L, 9L);
    }

    @Test
    void aCallThatIsRefusedToThisPlaceRestsUntilTheNextDay() {
        result = FakeTransport.failed(RestResult.Reason.BLOCKED);
        polls.set(List.of(byTheClock()));
        time.advanceTimeBy(Duration.ofHours(48));
        assertThat(hours).containsExactly(0L, 33L);
    }
}
