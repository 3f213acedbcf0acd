package io.tapeline.emulator.binance;

import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.server.RestAnswer;
import java.util.Optional;

/** REST weight per minute: over the limit is 429, going on regardless is a ban. */
final class WeightBudget {
    /** Requests over the limit that are forgiven before the ban. */
    private static final int FORGIVEN = 5;

    private final int limit;
    private final long banMillis;
    private final String unit;
    private long window;
    private int used;
    private int ignored;
    private long bannedUntil;

    WeightBudget(WireLimits limits) {
        limit = limits.weightPerMinute();
        banMillis = limits.banFor().toMillis();
        unit = "current limit is " + limit + " request weight per 1 MINUTE";
    }

    /** Counts a request; the answer that refuses it, or empty. */
    Optional<RestAnswer> charge(int weight, long now) {
        if (now < bannedUntil) {
            return Optional.of(banned(now));
        }
        if (now / 60_000 != window) {
            window = now / 60_000;
            used = 0;
            ignored = 0;
        }
        used += weight;
        if (used <= limit) {
            return Optional.empty();
        }
        if (++ignored > FORGIVEN) {
            bannedUntil = now + banMillis;
            return Optional.of(banned(now));
        }
        return Optional.of(limited(now));
    }

    /** Weight used in the current minute. */
    int used() {
        return used;
    }

    private RestAnswer limited(long now) {
        String message = "Too much request weight used; " + unit
                + ". Please use WebSocket Streams for live updates to avoid polling the API.";
        return RestErrors.of(429, -1003, message).header("Retry-After", 60 - now / 1000 % 60);
    }

    private RestAnswer banned(long now) {
        String message = "Way too much request weight used; IP banned until " + bannedUntil
                + ". Please use WebSocket Streams for live updates to avoid bans.";
        return RestErrors.of(418, -1003, message).header("Retry-After", Math.ceilDiv(bannedUntil - now, 1000));
    }
}
