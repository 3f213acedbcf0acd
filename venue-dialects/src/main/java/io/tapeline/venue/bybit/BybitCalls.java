package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.InstrumentId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths and queries; every call costs one request. */
final class BybitCalls {
    /** The venue counts requests of an address over all of its hosts and categories. */
    static final String BUDGET = "bybit";

    private final RestCalls calls;
    private final BybitCategory category;

    BybitCalls(BybitHosts hosts, BybitCategory category) {
        this.calls = new RestCalls(hosts.rest(), BUDGET);
        this.category = category;
    }

    RestCall listing(Object... query) {
        return calls.listing(path("instruments-info", query), 1);
    }

    RestCall poll(String path, Object... query) {
        return calls.poll(path(path, query), 1);
    }

    RestCall poll(String path, InstrumentId instrument, Object... query) {
        return calls.poll(path(path, instrument, query), 1);
    }

    /** A repair, or history. */
    RestCall past(Origin origin, String path, InstrumentId instrument, Object... query) {
        String asked = path(path, instrument, query);
        return origin == Origin.REPAIR ? calls.repair(asked, 1) : calls.history(asked, 1);
    }

    private String path(String path, InstrumentId instrument, Object... query) {
        return path(path, "symbol", instrument.symbol()) + (query.length == 0 ? "" : "&" + RestCalls.query(query));
    }

    private String path(String path, Object... query) {
        return "/v5/market/" + path + "?category=" + category.wireName()
                + (query.length == 0 ? "" : "&" + RestCalls.query(query));
    }

    /**
     * The next page of a listing.
     *
     * @param cursor as the venue gave it, mostly escaped already
     */
    static RestCall nextPage(String url, String cursor) {
        String escaped = cursor.matches("(?:[\\w.~*-]|%[0-9A-Fa-f]{2})*")
                ? cursor
                : URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        String first = url.replaceFirst("&cursor=[^&#]*", "");
        return new RestCall(URI.create(first + "&cursor=" + escaped), BUDGET, 1, RestCall.Priority.RESYNC, Origin.LIVE);
    }
}
