package io.tapeline.collector.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection ended.
 *
 * @param reason one line for people
 * @param refused the venue does not want this client: trying again soon is useless
 * @param retryAfter when the venue says one may come back, null when it does not
 * @param stable the connection had lived long before
 */
record Ending(String reason, boolean refused, @Nullable Duration retryAfter, boolean stable) {
    static Ending of(String reason) {
        return new Ending(reason, false, null, false);
    }

    static Ending refused(String reason, @Nullable Duration retryAfter) {
        return new Ending(reason, true, retryAfter, false);
    }

    Ending afterStableLife() {
        return new Ending(reason, refused, retryAfter, true);
    }
}
