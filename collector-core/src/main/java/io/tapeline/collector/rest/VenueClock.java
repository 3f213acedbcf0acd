package io.tapeline.collector.rest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * How far the venue's clock is ahead of ours. Of the last {@value #SAMPLES} readings the one with the shortest round trip
 * counts: half of that trip is the most it can be wrong, and a reading that had to wait for its budget is outdone.
 */
public final class VenueClock implements AutoCloseable {
    private static final int SAMPLES = 8;
    private static final Logger LOG = LoggerFactory.getLogger(VenueClock.class);

    private record Reading(long offsetMicros, long roundTripMicros) {}

    private final Venue venue;
    private final RestGateway gateway;
    private final Scheduler scheduler;
    private final ReceiveClock clock;
    private final Duration interval;
    private final Deque<Reading> readings = new ArrayDeque<>();
    private final Disposable.Swap running = Disposables.swap();
    private volatile long offsetMicros;
    private volatile boolean known;
    private boolean failing;

    public VenueClock(
            Venue venue,
            RestGateway gateway,
            Scheduler feedScheduler,
            ReceiveClock clock,
            MeterRegistry registry,
            Duration interval) {
        this.venue = venue;
        this.gateway = gateway;
        this.scheduler = feedScheduler;
        this.clock = clock;
        this.interval = interval;
        Gauge.builder("tapeline.venue.clock.offset.seconds", () -> known ? offsetMicros / 1e6 : Double.NaN)
                .description("How far the venue's clock is ahead of ours")
                .tags("feed", venue.feed())
                .register(registry);
    }

    /** Begins to read, now and then at the interval; does nothing where the venue shows no clock. */
    public void start() {
        venue.rest().time().ifPresent(this::readAgainAndAgain);
    }

    /** Microseconds the venue's clock is ahead of ours; empty before the first reading. */
    public OptionalLong offsetMicros() {
        return known ? OptionalLong.of(offsetMicros) : OptionalLong.empty();
    }

    private void readAgainAndAgain(RestCall call) {
        running.update(Mono.defer(() -> read(call))
                .repeatWhen(done -> done.delayElements(interval, scheduler))
                .subscribe());
    }

    private Mono<Void> read(RestCall call) {
        long sent = clock.micros();
        return gateway.send(call, InstrumentLookup.NONE)
                .doOnNext(result -> take(result, sent))
                .then();
    }

    private void take(RestResult result, long sent) {
        switch (result) {
            case RestResult.Answered answered -> measured(answered, sent);
            case RestResult.Failed failed -> failed(failed.detail());
        }
    }

    private void measured(RestResult.Answered answered, long sent) {
        try {
            long theirs = venue.rest().serverTime(answered.frame().body());
            long received = answered.frame().received();
            keep(new Reading(theirs - (sent + (received - sent) / 2), received - sent));
            failing = false;
        } catch (RuntimeException e) {
            failed("server time: " + e.getMessage());
        }
    }

    private void keep(Reading reading) {
        if (readings.size() == SAMPLES) {
            readings.removeFirst();
        }
        readings.addLast(reading);
        offsetMicros = readings.stream()
                .min(Comparator.comparingLong(Reading::roundTripMicros))
                .orElse(reading)
                .offsetMicros();
        known = true;
    }

    private void failed(String detail) {
        if (!failing) {
            failing = true;
            LOG.warn("{}: the venue's clock cannot be read: {}", venue.feed(), detail);
        }
    }

    @Override
    public void close() {
        running.dispose();
    }
}
