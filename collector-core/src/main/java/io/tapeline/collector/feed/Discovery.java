package io.tapeline.collector.feed;

import io.tapeline.collector.rest.RestGateway;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.FeedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/**
 * Reads a venue's instruments and their terms, at first and again and again. Until the first reading succeeds nothing is
 * collected; a later one that fails leaves what is known. An answer is taken before the next is read, which may need it.
 * A venue that does not serve this place is switched off and asked again later. Lives on the feed's scheduler.
 */
final class Discovery {
    private static final Logger log = LoggerFactory.getLogger(Discovery.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LAST_RETRY = Duration.ofMinutes(5);

    private final Venue venue;
    private final RestGateway gateway;
    private final FeedInstruments instruments;
    private final Scheduler scheduler;
    private final LongSupplier now;
    private final Duration interval;
    private final Consumer<RestResult.Answered> answers;
    private final Runnable discovered;
    private final BiConsumer<FeedState, String> failed;
    private final Duration whenBlocked;
    private final Delistings delistings;
    private Duration retry = FIRST_RETRY;

    /**
     * @param now epoch microseconds
     * @param interval from one reading to the next, where the venue has none of its own
     * @param answers takes each answer, in order
     * @param discovered run when all were read
     * @param failed told what the feed is, and why
     * @param whenBlocked until a venue that does not serve this place is asked again
     */
    Discovery(
            Venue venue,
            RestGateway gateway,
            FeedInstruments instruments,
            Scheduler scheduler,
            LongSupplier now,
            Duration interval,
            Consumer<RestResult.Answered> answers,
            Runnable discovered,
            BiConsumer<FeedState, String> failed,
            Duration whenBlocked) {
        this.venue = venue;
        this.gateway = gateway;
        this.instruments = instruments;
        this.scheduler = scheduler;
        this.now = now;
        this.interval = venue.rest().listsEvery().orElse(interval);
        this.answers = answers;
        this.discovered = discovered;
        this.failed = failed;
        this.whenBlocked = whenBlocked;
        this.delistings = new Delistings(instruments);
    }

    void run() {
        List<RestCall> calls = new ArrayList<>(venue.rest().instruments(now.getAsLong()));
        calls.addAll(venue.rest().terms());
        Flux.fromIterable(calls)
                .concatMap(call ->
                        gateway.send(call, instruments).publishOn(scheduler).doOnNext(this::take))
                .collectList()
                .subscribe(this::onResults, this::onStopped);
    }

    private void onStopped(Throwable error) {
        if (!scheduler.isDisposed()) {
            throw new IllegalStateException("handling the instruments of " + venue.feed() + " failed", error);
        }
    }

    private void take(RestResult result) {
        if (result instanceof RestResult.Answered answered) {
            answers.accept(answered);
        }
    }

    private void onResults(List<RestResult> results) {
        List<RestResult.Answered> answered = new ArrayList<>();
        for (RestResult result : results) {
            switch (result) {
                case RestResult.Answered answer -> answered.add(answer);
                case RestResult.Failed failure -> {
                    onFailed(failure);
                    return;
                }
            }
        }
        RestResult.Answered ended = delistings.of(answered);
        if (ended != null) {
            answers.accept(ended);
        }
        retry = FIRST_RETRY;
        discovered.run();
        again(interval);
    }

    private void onFailed(RestResult.Failed failure) {
        boolean blocked = failure.reason() == RestResult.Reason.BLOCKED;
        Duration pause = blocked ? whenBlocked : retry;
        log.warn("{} instruments not read: {}, next try in {} s", venue.feed(), failure.detail(), pause.toSeconds());
        failed.accept(blocked ? FeedState.OFF : FeedState.DOWN, failure.detail());
        again(pause);
        if (!blocked) {
            retry = retry.multipliedBy(2).compareTo(LAST_RETRY) > 0 ? LAST_RETRY : retry.multipliedBy(2);
        }
    }

    private void again(Duration after) {
        scheduler.schedule(this::run, after.toMillis(), TimeUnit.MILLISECONDS);
    }
}
