package io.tapeline.emulator.kit;

import io.tapeline.emulator.server.RestAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;

/** So many requests, or so much weight, of all clients together in a window of time; windows begin at its multiples. */
public final class RequestLimit {
    private final long most;
    private final long windowMillis;
    private final LongFunction<RestAnswer> refusal;
    private long window;
    private long used;

    /** @param refusal the venue's answer to what is too much, given the milliseconds until the window ends */
    public RequestLimit(long most, Duration window, LongFunction<RestAnswer> refusal) {
        this.most = most;
        this.refusal = refusal;
        windowMillis = window.toMillis();
    }

    /** Counts a request; the answer that refuses it, or empty. */
    public Optional<RestAnswer> charge(long weight, long now) {
        if (now / windowMillis != window) {
            window = now / windowMillis;
            used = 0;
        }
        used += weight;
        return used <= most ? Optional.empty() : Optional.of(refusal.apply((window + 1) * windowMillis - now));
    }

    /** What is used in the window of the last request. */
    public long used() {
        return used;
    }

    public long left() {
        return Math.max(0, most - used);
    }
}
