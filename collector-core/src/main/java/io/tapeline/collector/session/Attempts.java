package io.tapeline.collector.session;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Whether, and when, an endpoint is tried again. */
final class Attempts {
    private final CircuitBreaker breaker;
    private final SessionSettings settings;
    private final IntervalFunction waits;
    private int failures;
    private boolean proved = true;

    Attempts(CircuitBreaker breaker, SessionSettings settings) {
        this.breaker = breaker;
        this.settings = settings;
        this.waits = settings.jitter() == 0
                ? IntervalFunction.ofExponentialBackoff(settings.backoff(), 2, settings.maxBackoff())
                : IntervalFunction.ofExponentialRandomBackoff(
                        settings.backoff(), 2, settings.jitter(), settings.maxBackoff());
    }

    /** Begins one, if it may be made. */
    boolean begin() {
        if (!breaker.tryAcquirePermission()) {
            return false;
        }
        proved = false;
        return true;
    }

    /** It brought what it was for. */
    void proved() {
        if (!proved) {
            proved = true;
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }

    /** Another connection, which has proved itself, took over. */
    void replaced() {
        proved();
        failures = 0;
    }

    /** It was ended from here before one could tell. */
    void givenUp() {
        if (!proved) {
            proved = true;
            breaker.releasePermission();
        }
    }

    /** It ended. */
    void ended(Ending ending) {
        failures = ending.stable() ? 1 : failures + 1;
        if (!proved) {
            proved = true;
            breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(ending.reason()));
        }
        if (ending.refused() && !switchedOff()) {
            breaker.transitionToOpenState();
        }
    }

    /** A successor, which needs no permission, came to nothing. */
    void successorFailed() {
        failures++;
    }

    boolean switchedOff() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** How long it is switched off. */
    Duration offFor(Ending ending) {
        return ending.retryAfter() == null ? settings.switchedOffFor() : ending.retryAfter();
    }

    /** That time is over: one connection may try. */
    void offIsOver() {
        if (switchedOff()) {
            breaker.transitionToHalfOpenState();
        }
    }

    /** Failures in a row. */
    int failures() {
        return failures;
    }

    /** Time until the next attempt. */
    Duration next(Ending ending) {
        Duration wait = Duration.ofMillis(waits.apply(Math.max(1, Math.min(failures, 30))));
        return ending.retryAfter() != null && ending.retryAfter().compareTo(wait) > 0 ? ending.retryAfter() : wait;
    }
}
