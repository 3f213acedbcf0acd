package io.tapeline.collector.venue;

import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** For venues that offer no streams: everything is read over REST. */
public final class NoStreams implements VenueSubscriptions {
    /** For a connection that is never opened. */
    public static final VenueLimits LIMITS =
            new VenueLimits(1, 1, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1), 1);

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        return List.of();
    }

    @Override
    public URI endpoint(String route) {
        throw new UnsupportedOperationException("no streams");
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return List.of();
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return List.of();
    }
}
