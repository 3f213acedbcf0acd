package io.tapeline.collector.feed;

import io.tapeline.collector.rest.RestGateway;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueRest.Poll;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/**
 * Makes the regular REST calls of a feed, each at its interval, spread over it, or by the clock. A call that the venue does not answer from
 * this place rests for a while. Lives on the feed's scheduler.
 */
final class Polls {
    private record Running(Poll poll, Disposable timer) {}

    private final RestGateway gateway;
    private final InstrumentLookup instruments;
    private final Scheduler scheduler;
    private final LongSupplier now;
    private final Duration whenBlocked;
    private final BiConsumer<Poll, RestResult> results;
    private final Map<String, Running> running = new HashMap<>();

    Polls(
            RestGateway gateway,
            InstrumentLookup instruments,
            Scheduler scheduler,
            LongSupplier now,
            Duration whenBlocked,
            BiConsumer<Poll, RestResult> results) {
        this.gateway = gateway;
        this.instruments = instruments;
        this.scheduler = scheduler;
        this.now = now;
        this.whenBlocked = whenBlocked;
        this.results = results;
    }

    /** Makes these the calls that are made. */
    void set(List<Poll> polls) {
        Map<String, Running> before = new HashMap<>(running);
        running.clear();
        int number = 0;
        for (Poll poll : polls) {
            Running same = before.remove(poll.name());
            running.put(poll.name(), same != null ? same : start(poll, spread(poll.interval(), number, polls.size())));
            number++;
        }
        before.values().forEach(gone -> gone.timer().dispose());
    }

    private static Duration spread(Duration interval, int number, int of) {
        Duration within = interval.compareTo(Duration.ofSeconds(10)) < 0 ? interval : Duration.ofSeconds(10);
        return within.multipliedBy(number).dividedBy(Math.max(1, of));
    }

    private Running start(Poll poll, Duration delay) {
        PollLoop loop = new PollLoop(poll);
        LongUnaryOperator next = poll.next();
        return new Running(
                poll,
                next != null
                        ? byTheClock(loop, next, delay)
                        : scheduler.schedulePeriodically(
                                loop::run,
                                delay.toMillis(),
                                Math.max(1, poll.interval().toMillis()),
                                TimeUnit.MILLISECONDS));
    }

    /** At once, so that a start misses nothing, and then whenever it is due. */
    private Disposable byTheClock(PollLoop loop, LongUnaryOperator next, Duration delay) {
        Disposable.Swap timer = Disposables.swap();
        timer.replace(scheduler.schedule(() -> onDue(loop, next, timer), delay.toMillis(), TimeUnit.MILLISECONDS));
        return timer;
    }

    private void onDue(PollLoop loop, LongUnaryOperator next, Disposable.Swap timer) {
        loop.run();
        long time = now.getAsLong();
        long waitMillis = Math.max(1, Math.ceilDiv(next.applyAsLong(time) - time, 1_000));
        timer.replace(scheduler.schedule(() -> onDue(loop, next, timer), waitMillis, TimeUnit.MILLISECONDS));
    }

    void stop() {
        set(List.of());
    }

    /** One call at a time: a venue that answers slowly is not asked again before it did. */
    private final class PollLoop {
        private final Poll poll;
        private boolean waiting;
        private long restsUntil;

        PollLoop(Poll poll) {
            this.poll = poll;
        }

        void run() {
            if (!waiting && scheduler.now(TimeUnit.MILLISECONDS) >= restsUntil) {
                waiting = true;
                gateway.send(poll.call().apply(now.getAsLong()), instruments, scheduler, result -> {
                    waiting = false;
                    if (result instanceof RestResult.Failed(RestResult.Reason reason, String detail)
                            && reason == RestResult.Reason.BLOCKED) {
                        restsUntil = scheduler.now(TimeUnit.MILLISECONDS) + whenBlocked.toMillis();
                    }
                    results.accept(poll, result);
                });
            }
        }
    }
}
