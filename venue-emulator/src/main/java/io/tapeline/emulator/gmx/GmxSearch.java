package io.tapeline.emulator.gmx;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.server.RestAnswer;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/trades/search}: newest first, at most 300 a page. */
final class GmxSearch {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 300;

    private final Collection<GmxPool> pools;

    GmxSearch(Collection<GmxPool> pools) {
        this.pools = pools;
    }

    RestAnswer answer(String body) {
        JsonNode asked = read(body);
        int limit = asked.path("limit").asInt(100);
        if (limit < 1 || limit > MOST) {
            throw bad("limit must not exceed " + MOST);
        }
        List<GmxOrder> found = found(asked);
        List<GmxOrder> page = found.stream().limit(limit).toList();
        boolean more = found.size() > limit;
        return RestAnswer.ok(Json.object()
                .raw("trades", Json.array(page.stream().map(GmxOrder::text)))
                .raw("nextCursor", more ? Json.escaped(page.getLast().id()) : "null")
                .flag("hasMore", more)
                .end());
    }

    private List<GmxOrder> found(JsonNode asked) {
        long from = asked.path("fromTimestamp").asLong(0) * 1_000;
        long to = asked.path("toTimestamp").asLong(0) * 1_000 + 999;
        List<Integer> types = asked.path("orderEventCombinations")
                .valueStream()
                .filter(wanted -> !wanted.path("isTwap").asBoolean(false))
                .map(wanted -> wanted.path("orderType").asInt())
                .toList();
        List<GmxOrder> orders = pools.stream()
                .flatMap(pool -> pool.executed(from, to))
                .filter(order -> types.contains(order.type()))
                .sorted(GmxOrder.NEWEST_FIRST)
                .toList();
        String cursor = asked.path("cursor").asString("");
        return cursor.isEmpty()
                ? orders
                : orders.stream()
                        .dropWhile(order -> !order.id().equals(cursor))
                        .skip(1)
                        .toList();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw bad("body must be JSON");
        }
    }

    private static BadRequest bad(String message) {
        return new BadRequest(GmxVenue.error(400, "BAD_REQUEST", message));
    }
}
