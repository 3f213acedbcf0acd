package io.tapeline.emulator.kit;

import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.server.RestAnswer;
import java.time.Duration;
import java.util.Optional;

/** Counts connection attempts per five minutes. */
public final class Handshakes {
    private final RequestLimit attempts;

    /** @param refusal what one too many is answered */
    public Handshakes(WireLimits limits, RestAnswer refusal) {
        attempts = new RequestLimit(limits.connectionsPerFiveMinutes(), Duration.ofMinutes(5), wait -> refusal);
    }

    public Optional<RestAnswer> refuses(long now) {
        return attempts.charge(1, now);
    }
}
