package io.tapeline.venue.coinbase;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Statuses mean what they say: 403 and 451 are a place that is not served, 429 too many requests. With that the venue does
 * not tell how long to wait; its allowance of 15 fills up again in a second and a half.
 */
final class CoinbaseRefusals implements RefusalRules {
    private static final Duration QUIET = Duration.ofSeconds(2);

    @Override
    public Optional<Instant> bannedUntil(int status, String body) {
        return COMMON.bannedUntil(status, body);
    }

    @Override
    public Optional<Duration> quiet(int status, String body) {
        return Optional.of(QUIET);
    }

    @Override
    public Reason reason(int status, String body) {
        return COMMON.reason(status, body);
    }

    @Override
    public String message(String body) {
        return COMMON.message(body);
    }
}
