package io.tapeline.bus;

import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.routing.RoutingKey;

/** Where events go; those with equal keys keep their order. */
record LaneKey(String exchange, String routingKey) {
    private static final String UNSTORED = Kind.BOOK.wireName() + '.';

    static LaneKey of(MarketEvent event) {
        return new LaneKey(BusTopology.exchange(event), RoutingKey.of(event));
    }

    /** Whether a queue must take the message for it to count as accepted. */
    boolean mandatory() {
        return !routingKey.startsWith(UNSTORED);
    }
}
