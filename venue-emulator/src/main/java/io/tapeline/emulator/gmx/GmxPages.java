package io.tapeline.emulator.gmx;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.server.RestRequest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prices and candles of the keepers, snapshots of the index. */
final class GmxPages {
    private static final int MOST_CANDLES = 10_000;
    private static final Pattern QUERY = Pattern.compile(
            "marketAddress_eq: \\\\?\"(0x\\w+)\\\\?\", snapshotTimestamp_gt: (\\d+), snapshotTimestamp_lt: (\\d+)");

    private final Collection<GmxPool> pools;

    GmxPages(Collection<GmxPool> pools) {
        this.pools = pools;
    }

    String prices(long now) {
        return Json.array(pools.stream().map(pool -> price(pool, now)));
    }

    private static String price(GmxPool pool, long now) {
        BigInteger price = pool.token().price(pool.oracle(now));
        BigInteger spread = price.divide(BigInteger.valueOf(20_000));
        return Json.object()
                .text("tokenAddress", pool.token().address())
                .text("tokenSymbol", pool.token().symbol())
                .text("minPrice", price.subtract(spread).toString())
                .text("maxPrice", price.add(spread).toString())
                .number("updatedAt", now - 300)
                .number("timestamp", now / 1_000)
                .end();
    }

    /** Newest first. */
    String candles(RestRequest request, long now) {
        String period = request.parameter("period").orElse("");
        Interval interval = Interval.of(period).orElseThrow(() -> bad("Invalid period"));
        GmxPool pool = pools.stream()
                .filter(one -> one.token()
                        .symbol()
                        .equals(request.parameter("tokenSymbol").orElse("")))
                .findFirst()
                .orElseThrow(() -> bad("Invalid tokenSymbol"));
        int limit = request.parameter("limit").map(Integer::parseInt).orElse(1_000);
        Grid prices = pool.listed().spec().price();
        return Json.object()
                .text("period", period)
                .raw(
                        "candles",
                        Json.array(pool.candles(interval, now, Math.min(limit, MOST_CANDLES)).reversed().stream()
                                .map(bar -> candle(bar, prices))))
                .end();
    }

    private static String candle(Bar bar, Grid prices) {
        return "[" + bar.openTime() / 1_000 + "," + number(prices, bar.open()) + "," + number(prices, bar.high()) + ","
                + number(prices, bar.low()) + "," + number(prices, bar.close()) + "]";
    }

    private static String number(Grid prices, long count) {
        BigDecimal price = prices.exact(count).stripTrailingZeros();
        return price.toPlainString();
    }

    String snapshots(String body) {
        Matcher query = QUERY.matcher(body);
        if (!query.find()) {
            return "{\"errors\":[{\"message\":\"Cannot query this\"}]}";
        }
        long after = Long.parseLong(query.group(2));
        long before = Long.parseLong(query.group(3));
        return "{\"data\":{\"fundingRateSnapshots\":"
                + Json.array(pools.stream()
                        .filter(pool -> pool.address().equals(query.group(1)))
                        .flatMap(pool -> GmxStates.snapshots(pool, after, before)))
                + "}}";
    }

    private static BadRequest bad(String message) {
        return new BadRequest(GmxVenue.error(400, "BAD_REQUEST", message));
    }
}
