package io.tapeline.emulator.binance;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.server.RestAnswer;
import java.util.Optional;

/** Counts connection attempts per five minutes. */
final class Handshakes {
    private static final long WINDOW_MILLIS = 300_000;

    private final VenueContext context;
    private final int limit;
    private long window;
    private int attempts;

    Handshakes(VenueContext context, Dialect dialect) {
        this.context = context;
        limit = context.settings().limits(dialect.prefix(), dialect.limits()).connectionsPerFiveMinutes();
    }

    Optional<RestAnswer> refuses() {
        long now = context.engine().now() / WINDOW_MILLIS;
        if (now != window) {
            window = now;
            attempts = 0;
        }
        return ++attempts > limit
                ? Optional.of(RestErrors.of(429, -1003, "Too many connection attempts."))
                : Optional.empty();
    }
}
