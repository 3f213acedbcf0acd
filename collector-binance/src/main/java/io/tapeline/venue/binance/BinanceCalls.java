package io.tapeline.venue.binance;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.model.event.Origin;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * Builds calls to one host.
 *
 * @param root of the host
 * @param budget the budget of its weights
 */
record BinanceCalls(String root, String budget) {

    RestCall call(String path, int weight, RestCall.Priority priority, Origin origin) {
        return call(budget, path, weight, priority, origin);
    }

    /** Draws on a budget of its own. */
    RestCall call(String otherBudget, String path, int weight, RestCall.Priority priority, Origin origin) {
        return new RestCall(URI.create(root + path), otherBudget, weight, priority, origin);
    }

    /** Symbols may hold characters outside ASCII. */
    static String query(String symbol) {
        return "?symbol=" + URLEncoder.encode(symbol, StandardCharsets.UTF_8);
    }

    /** Both ends included; the venue counts milliseconds, so the end is rounded up. */
    static String times(Hole hole, long longestMillis) {
        return "&startTime=" + from(hole) + "&endTime=" + Math.min(until(hole) - 1, from(hole) + longestMillis);
    }

    /** The first millisecond of a hole. */
    static long from(Hole hole) {
        return Math.floorDiv(hole.from(), 1_000);
    }

    /** The millisecond after its last. */
    static long until(Hole hole) {
        return Math.ceilDiv(hole.to(), 1_000) + 1;
    }

    /** Ids from the first missing one, as many as one page holds. */
    static String ids(Hole hole, int page) {
        return "&fromId=" + hole.firstId() + "&limit=" + Math.clamp(hole.lastId() - hole.firstId() + 1, 1, page);
    }

    /** Reads {@code {"serverTime":1499827319559}}. */
    static long serverTime(byte[] body) {
        try (JsonParser in = BinanceDecoder.JSON.createParser(ObjectReadContext.empty(), body)) {
            in.nextToken();
            return BinanceRow.read(in).time("serverTime");
        }
    }
}
