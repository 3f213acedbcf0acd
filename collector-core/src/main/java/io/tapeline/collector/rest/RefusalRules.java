package io.tapeline.collector.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads what a venue says when it does not answer; where it does not say otherwise, as venues commonly do. */
public interface RefusalRules {
    /** For venues whose status codes mean what they say. */
    RefusalRules COMMON = new CommonRefusals();

    /** For venues whose status codes mean what they say, but that do not say how long to stay away. */
    static RefusalRules quietFor(Duration quiet) {
        return new RefusalRules() {
            @Override
            public Optional<Duration> quiet(int status, String body) {
                return Optional.of(quiet);
            }
        };
    }

    /** When a ban named in the body ends. */
    default Optional<Instant> bannedUntil(int status, String body) {
        return COMMON.bannedUntil(status, body);
    }

    /** How long to stay away from a venue that says too many but not until when; empty: as long as the settings say. */
    default Optional<Duration> quiet(int status, String body) {
        return Optional.empty();
    }

    /** Why a call failed, by status and body; only asked for 4xx other than 408, 418 and 429. */
    default RestResult.Reason reason(int status, String body) {
        return COMMON.reason(status, body);
    }

    /**
     * Why a call failed that was answered with 200; empty when it did not.
     *
     * @param start the first characters of the body, {@value #START} at most
     */
    default Optional<RestResult.Reason> inAnswer(String start) {
        return Optional.empty();
    }

    /** What the number in a {@code Retry-After} header counts: seconds by the standard. */
    default Duration retryAfter(long number) {
        return Duration.ofSeconds(number);
    }

    /** Length of what {@link #inAnswer} is shown. */
    int START = 500;

    /** The venue's own words in one line, empty when it has none. */
    default String message(String body) {
        return COMMON.message(body);
    }
}
