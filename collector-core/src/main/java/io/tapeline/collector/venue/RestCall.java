package io.tapeline.collector.venue;

import io.tapeline.model.event.Origin;
import java.net.URI;

/**
 * A REST request; the answer goes through the venue's decoder.
 *
 * @param uri absolute address with its query, no secrets in it
 * @param budget name of the {@link RestBudget} it draws on
 * @param weight what it costs there
 * @param priority who goes first when the budget is short
 * @param origin what events of the answer are marked as
 */
public record RestCall(URI uri, String budget, int weight, Priority priority, Origin origin) {

    /** In this order. */
    public enum Priority {
        /** Restores a book or lists instruments: something is down until it is answered. */
        RESYNC,
        /** Fills a gap. */
        REPAIR,
        /** Regular reading. */
        POLL,
        /** History. */
        BACKFILL
    }
}
