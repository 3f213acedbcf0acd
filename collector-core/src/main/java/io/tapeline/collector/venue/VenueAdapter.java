package io.tapeline.collector.venue;

import io.tapeline.model.instrument.Market;
import java.util.Optional;

/** A venue put together from its name and its parts; what it offers is left to say. */
public abstract class VenueAdapter implements Venue {
    private final VenueName name;
    private final VenueParts parts;

    protected VenueAdapter(VenueName name, VenueParts parts) {
        this.name = name;
        this.parts = parts;
    }

    @Override
    public final String feed() {
        return name.feed();
    }

    @Override
    public final String exchange() {
        return name.exchange();
    }

    @Override
    public final Market primaryMarket() {
        return name.primaryMarket();
    }

    @Override
    public final VenueLimits limits() {
        return parts.limits();
    }

    @Override
    public final VenueSubscriptions subscriptions() {
        return parts.subscriptions();
    }

    @Override
    public final VenueDecoder decoder() {
        return parts.decoder();
    }

    @Override
    public final Optional<BookSequencer> books() {
        return parts.books();
    }

    @Override
    public final VenueRest rest() {
        return parts.rest();
    }
}
