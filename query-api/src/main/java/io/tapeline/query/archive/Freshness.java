package io.tapeline.query.archive;

import java.time.Duration;
import java.time.Instant;
import org.springframework.http.CacheControl;

/**
 * How long an object may be kept without asking. One changes while its time runs, for some minutes after, and seldom later,
 * when rows come late, for two days.
 */
final class Freshness {
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(15);
    private static final Duration FINAL_AFTER = Duration.ofDays(2);

    private Freshness() {}

    static CacheControl of(ArchiveKey key, Instant now) {
        Duration age = Duration.between(key.end(), now);
        if (age.compareTo(FINAL_AFTER) > 0) {
            return CacheControl.maxAge(Duration.ofDays(1));
        }
        return CacheControl.maxAge(age.compareTo(SETTLED_AFTER) > 0 ? Duration.ofHours(1) : Duration.ofSeconds(10));
    }
}
