package io.tapeline.collector.rest;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How REST calls are made, the same for every venue; what a venue allows is in its
 * {@link io.tapeline.collector.venue.RestBudget}s.
 *
 * @param share part of each budget this process may use, above 0 to 1: several processes behind one address divide it
 * @param repairCeiling part of that share up to which repairs are sent; the rest is kept for resyncs
 * @param pollCeiling the same for regular reading
 * @param backfillCeiling the same for history
 * @param queue calls of one priority that may wait for a budget; when it is full a call fails at once
 * @param concurrency calls in flight on one budget
 * @param timeout for one attempt, from sending to the end of the answer
 * @param connectTimeout for opening a connection
 * @param tries attempts for one call, the first included
 * @param backoff wait before the second attempt; doubles with each
 * @param maxBackoff longest wait between two attempts
 * @param jitter share by which a wait is varied at random, 0 to below 1
 * @param longestClosed when a venue closes a budget for longer than this, calls fail instead of waiting
 * @param defaultClosed how long a budget is closed when the venue says too many, but not until when
 * @param maxBody longest answer, decompressed
 * @param clockInterval how often the venue's clock is read
 */
public record RestSettings(
        @DefaultValue("1.0") double share,
        @DefaultValue("0.9") double repairCeiling,
        @DefaultValue("0.75") double pollCeiling,
        @DefaultValue("0.5") double backfillCeiling,
        @DefaultValue("2000") int queue,
        @DefaultValue("8") int concurrency,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("5") int tries,
        @DefaultValue("500ms") Duration backoff,
        @DefaultValue("30s") Duration maxBackoff,
        @DefaultValue("0.5") double jitter,
        @DefaultValue("2m") Duration longestClosed,
        @DefaultValue("60s") Duration defaultClosed,
        @DefaultValue("64MB") DataSize maxBody,
        @DefaultValue("1m") Duration clockInterval) {

    public RestSettings {
        part("share", share);
        part("repair-ceiling", repairCeiling);
        part("poll-ceiling", pollCeiling);
        part("backfill-ceiling", backfillCeiling);
        check(queue > 0, "queue: expected at least 1, got " + queue);
        check(concurrency > 0, "concurrency: expected at least 1, got " + concurrency);
        check(tries > 0, "tries: expected at least 1, got " + tries);
        check(timeout.isPositive(), "timeout: expected a positive duration, got " + timeout);
        check(backoff.isPositive(), "backoff: expected a positive duration, got " + backoff);
        check(maxBackoff.compareTo(backoff) >= 0, "max-backoff: expected at least backoff, got " + maxBackoff);
        check(jitter >= 0 && jitter < 1, "jitter: expected 0 to below 1, got " + jitter);
        check(maxBody.toBytes() > 0, "max-body: expected a positive size, got " + maxBody);
        check(clockInterval.isPositive(), "clock-interval: expected a positive duration, got " + clockInterval);
    }

    /** The values of a settings file that says nothing. */
    public static RestSettings defaults() {
        return new RestSettings(
                1.0,
                0.9,
                0.75,
                0.5,
                2000,
                8,
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                5,
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                0.5,
                Duration.ofMinutes(2),
                Duration.ofSeconds(60),
                DataSize.ofMegabytes(64),
                Duration.ofMinutes(1));
    }

    private static void part(String name, double value) {
        check(value > 0 && value <= 1, name + ": expected above 0 to 1, got " + value);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
