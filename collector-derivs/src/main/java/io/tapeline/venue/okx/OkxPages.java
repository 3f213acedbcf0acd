package io.tapeline.venue.okx;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.model.event.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls for a stretch of time, oldest first, as many as its rows need. The venue answers the newest rows that are older
 * than {@code after}, and {@code before} alone would answer the newest of all: so each page is asked for by its end.
 *
 * @param origin repairs, or fetches what was before
 * @param from epoch milliseconds, included
 * @param to epoch milliseconds, excluded
 */
record OkxPages(String root, Origin origin, long from, long to) {
    private static final int CANDLES = 300;
    private static final int PAYMENTS = 400;
    private static final int STATISTICS = 100;

    /** The recent candles that have an endpoint of their own. */
    private static final int RECENT_CANDLES = 1440;

    private static final Duration SHORTEST_FUNDING = Duration.ofHours(1);

    /** From the candle on that was open at the start. */
    List<RestCall> candles(String symbol, String interval) {
        long length = OkxBar.length(interval).toMillis();
        long first = Math.max(0, from - length + 1);
        boolean recent = origin == Origin.REPAIR && (to - first) / length < RECENT_CANDLES;
        OkxEndpoint endpoint = recent ? OkxEndpoint.CANDLES : OkxEndpoint.HISTORY_CANDLES;
        String about = OkxEndpoint.query("instId", symbol, "bar", OkxBar.of(interval));
        return byEnd(endpoint, about, first, length, CANDLES);
    }

    /** Payments that were made. */
    List<RestCall> funding(String symbol) {
        return byEnd(
                OkxEndpoint.FUNDING_HISTORY,
                OkxEndpoint.query("instId", symbol),
                from,
                SHORTEST_FUNDING.toMillis(),
                PAYMENTS);
    }

    private List<RestCall> byEnd(OkxEndpoint endpoint, String about, long first, long length, int most) {
        List<RestCall> pages = new ArrayList<>();
        for (long start = first; start < to; start += length * most) {
            long end = Math.min(to, start + length * most);
            long rows = Math.min(most, Math.ceilDiv(end - start, length));
            pages.add(call(endpoint, about + "&" + RestCalls.query("after", end, "limit", rows)));
        }
        return pages;
    }

    /** Statistics know begin and end, neither included. */
    List<RestCall> openInterest(String symbol, String period) {
        long length = OkxBar.length(period).toMillis();
        List<RestCall> pages = new ArrayList<>();
        for (long start = from; start < to; start += length * STATISTICS) {
            long end = Math.min(to, start + length * STATISTICS);
            pages.add(call(
                    OkxEndpoint.OPEN_INTEREST_HISTORY,
                    OkxEndpoint.query(
                            "instId",
                            symbol,
                            "period",
                            OkxBar.of(period),
                            "begin",
                            start - 1,
                            "end",
                            end,
                            "limit",
                            STATISTICS)));
        }
        return pages;
    }

    private RestCall call(OkxEndpoint endpoint, String query) {
        RestCalls calls = endpoint.at(root);
        return origin == Origin.REPAIR ? calls.repair(query, 1) : calls.history(query, 1);
    }
}
