package io.tapeline.collector.venue;

import java.util.Optional;

/**
 * The parts of an adapter that speak the venue's dialect.
 *
 * @param books the rules of its books; empty where it has none
 */
public record VenueParts(
        VenueLimits limits,
        VenueSubscriptions subscriptions,
        VenueDecoder decoder,
        Optional<BookSequencer> books,
        VenueRest rest) {}
