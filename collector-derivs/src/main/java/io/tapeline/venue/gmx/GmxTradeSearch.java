package io.tapeline.venue.gmx;

import static io.tapeline.collector.decode.ControlMessages.json;
import static io.tapeline.collector.decode.ControlMessages.object;

import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.model.event.Origin;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Searches executed orders of all accounts between two times, page by page. */
final class GmxTradeSearch {
    static final String PATH = "/v1/trades/search";
    static final String BUDGET = "gmx-api";

    /** The specification says 1000; the host refuses more than this. */
    private static final int PAGE = 300;

    private GmxTradeSearch() {}

    /**
     * @param from epoch seconds, included
     * @param to epoch seconds
     */
    static RestCall between(RestCalls api, long from, long to, Priority priority, Origin origin) {
        return api.post(PATH, RestCalls.query("from", from, "to", to), body(from, to, null), 1, priority, origin);
    }

    /** The page after one that was asked for at this address. */
    static RestCall next(String url, String cursor) {
        RequestAddress asked = RequestAddress.of(url);
        long from = Long.parseLong(asked.parameter("from"));
        long to = Long.parseLong(asked.parameter("to"));
        return new RestCall(URI.create(url), BUDGET, 1, Priority.POLL, Origin.LIVE, body(from, to, cursor));
    }

    private static String body(long from, long to, @Nullable String cursor) {
        List<Object> search = new ArrayList<>(List.of(
                "forAllAccounts", true,
                "fromTimestamp", from,
                "toTimestamp", to,
                "orderEventCombinations", combinations(),
                "limit", PAGE));
        if (cursor != null) {
            search.addAll(List.of("cursor", cursor));
        }
        return json(search.toArray());
    }

    /** One for each type of order, alone and as part of a larger one that is executed over time. */
    private static List<Map<String, Object>> combinations() {
        List<Map<String, Object>> combinations = new ArrayList<>();
        for (GmxOrderType type : GmxOrderType.values()) {
            for (boolean twap : new boolean[] {false, true}) {
                combinations.add(object(
                        "orderType",
                        type.number,
                        "eventName",
                        "OrderExecuted",
                        "isDepositOrWithdraw",
                        false,
                        "isTwap",
                        twap));
            }
        }
        return combinations;
    }
}
