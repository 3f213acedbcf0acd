package io.tapeline.collector.venue;

import io.tapeline.model.event.Trade;
import io.tapeline.model.identity.EventIdentity;

/** What a venue lets one check about a stream of events. */
public enum Continuity {
    /** Ids are consecutive whole numbers per instrument: a jump is a loss. */
    CONSECUTIVE_IDS,
    /** Trades carry sequence numbers that are consecutive per instrument, beside ids that are not. */
    CONSECUTIVE_SEQUENCES,
    /** Ids grow but may skip: order and duplicates can be checked, losses cannot. */
    INCREASING_IDS,
    /** Nothing to check against. */
    NONE,
    /** The venue itself thins the stream. */
    SAMPLED;

    /** Whether a loss shows in the numbers. */
    public boolean consecutive() {
        return this == CONSECUTIVE_IDS || this == CONSECUTIVE_SEQUENCES;
    }

    /** The number of a trade among those of its instrument, or -1 when it has none. */
    public long number(Trade trade) {
        String id = trade.tradeId();
        return switch (this) {
            case CONSECUTIVE_IDS -> id != null && EventIdentity.isPlainNumber(id) ? Long.parseLong(id) : -1;
            case CONSECUTIVE_SEQUENCES -> trade.sequence() == null ? -1 : trade.sequence();
            case INCREASING_IDS, NONE, SAMPLED -> -1;
        };
    }
}
