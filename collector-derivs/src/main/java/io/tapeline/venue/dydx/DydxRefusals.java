package io.tapeline.venue.dydx;

import io.tapeline.collector.rest.RefusalRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** As most venues, but that {@code Retry-After} counts milliseconds. */
final class DydxRefusals implements RefusalRules {

    @Override
    public Optional<Instant> bannedUntil(int status, String body) {
        return Optional.empty();
    }

    @Override
    public Duration retryAfter(long number) {
        return Duration.ofMillis(number);
    }
}
