package io.tapeline.query.web;

import io.tapeline.query.store.StoreFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the log that the database is away, now and then and not with every request. */
@Component
final class Complaints {
    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Clock clock;
    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

    Complaints(Clock clock) {
        this.clock = clock;
    }

    void about(StoreFault fault) {
        Instant now = clock.instant();
        Instant before = last.get();
        if (now.minus(PAUSE).isAfter(before) && last.compareAndSet(before, now)) {
            LOG.warn("the database is unavailable: {}", Problem.shorten(rootCause(fault)));
        }
    }

    private static String rootCause(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
