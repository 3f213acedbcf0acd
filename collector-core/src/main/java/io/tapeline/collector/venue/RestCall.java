package io.tapeline.collector.venue;

import io.tapeline.model.event.Origin;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A REST request; the answer goes through the venue's decoder.
 *
 * @param uri absolute address with its query, no secrets in it: {@code http} and {@code https}; {@code file} for a file or
 *     folder below one of {@link VenueRest#folders}; {@code data} for an answer that the address carries itself. What the answer does not say and the query cannot carry
 *     stands in the fragment, which is never sent but kept with the answer
 * @param budget name of the {@link RestBudget} it draws on
 * @param weight what it costs there
 * @param priority who goes first when the budget is short
 * @param origin what events of the answer are marked as
 * @param body JSON of a POST; null: a GET
 */
public record RestCall(
        URI uri,
        String budget,
        int weight,
        Priority priority,
        Origin origin,
        @Nullable String body) {

    /** A GET. */
    public RestCall(URI uri, String budget, int weight, Priority priority, Origin origin) {
        this(uri, budget, weight, priority, origin, null);
    }

    /** The same of another host. */
    public RestCall at(URI other) {
        return new RestCall(other, budget, weight, priority, origin, body);
    }

    /** The same on behalf of another call: as urgent, and marked alike. */
    public RestCall onBehalfOf(RestCall other) {
        return new RestCall(uri, budget, weight, other.priority, other.origin, body);
    }

    /** The host it goes to, {@code local} where it goes to none. */
    public String host() {
        return uri.getHost() == null ? "local" : uri.getHost();
    }

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
