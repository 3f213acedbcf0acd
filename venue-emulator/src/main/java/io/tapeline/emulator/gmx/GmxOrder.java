package io.tapeline.emulator.gmx;

import io.tapeline.emulator.kit.Json;
import java.math.BigInteger;
import java.util.Comparator;

/**
 * An executed order.
 *
 * @param id transaction and log entry
 * @param time epoch milliseconds
 * @param type by the contracts' number
 */
record GmxOrder(
        String id,
        long time,
        String market,
        int type,
        boolean isLong,
        BigInteger usd,
        BigInteger tokens,
        BigInteger price) {

    /** As a search gives them. */
    static final Comparator<GmxOrder> NEWEST_FIRST =
            Comparator.comparingLong(GmxOrder::time).thenComparing(GmxOrder::id).reversed();

    String text() {
        return Json.object()
                .text("id", id)
                .text("eventName", "OrderExecuted")
                .number("orderType", type)
                .text("orderKey", GmxToken.hash("order " + id))
                .text("account", GmxToken.address("account " + id))
                .text("marketAddress", market)
                .flag("isLong", isLong)
                .text("sizeDeltaUsd", usd.toString())
                .text("sizeDeltaInTokens", tokens.toString())
                .text("executionPrice", price.toString())
                .text("indexTokenPriceMin", price.toString())
                .text("indexTokenPriceMax", price.toString())
                .number("timestamp", time / 1_000)
                .text("transactionHash", id.substring(0, id.indexOf(':')))
                .raw("twapGroupId", "null")
                .number("srcChainId", 0)
                .end();
    }
}
