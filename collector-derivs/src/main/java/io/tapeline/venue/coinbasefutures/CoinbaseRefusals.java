package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Statuses mean what they say. With 429 the venue does not tell how long to wait: it counts requests of one second. */
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
