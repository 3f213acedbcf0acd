package io.tapeline.collector.venue;

import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.Set;

/**
 * The unit of subscription.
 *
 * @param name the venue's name of it, such as {@code btcusdt@aggTrade}
 * @param route which endpoint serves it; streams of different routes never share a connection
 * @param instrument what it is about
 * @param kinds kinds of events it yields
 * @param silence how long it may be quiet before it counts as stale; zero when it may be quiet for ever
 */
public record VenueStream(String name, String route, InstrumentId instrument, Set<Kind> kinds, Duration silence) {
    /** Whether silence is no sign of a fault. */
    public boolean mayBeSilent() {
        return silence.isZero();
    }
}
