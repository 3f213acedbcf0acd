package io.tapeline.emulator.binance;

import io.tapeline.emulator.server.RestAnswer;
import java.util.Optional;

/** A limit in requests per five minutes, apart from the weight. */
final class RequestWindow {
    private static final long WINDOW_MILLIS = 300_000;

    private final int limit;
    private long window;
    private int used;

    RequestWindow(int limit) {
        this.limit = limit;
    }

    Optional<RestAnswer> charge(long now) {
        if (now / WINDOW_MILLIS != window) {
            window = now / WINDOW_MILLIS;
            used = 0;
        }
        if (++used <= limit) {
            return Optional.empty();
        }
        long seconds = Math.ceilDiv((window + 1) * WINDOW_MILLIS - now, 1000);
        return Optional.of(
                RestErrors.of(429, -1003, "Too many requests; current limit is " + limit + " requests per 5 minutes.")
                        .header("Retry-After", seconds));
    }
}
