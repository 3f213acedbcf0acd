package io.tapeline.emulator.drift;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Lists of a market, newest first. */
final class DriftPages {
    private static final int MOST_FILLS = 50;
    private static final int MOST_FUNDING = 750;
    private static final int MOST_CANDLES = 1_000;
    private static final int KEPT = 5_000;

    private DriftPages() {}

    static String fills(DriftMarket market, RestRequest request) {
        List<TradePrint> newest = market.listed().market().trades().last(KEPT).reversed();
        return page(
                newest,
                trade -> Long.toString(trade.id()),
                trade -> DriftText.fill(market, trade, false),
                limit(request, 20, MOST_FILLS),
                request.parameter("page").orElse(""));
    }

    static String funding(DriftMarket market, RestRequest request) {
        List<FundingHistory.Row> newest =
                market.listed().marks().funding().rows().reversed();
        return page(
                newest,
                row -> Long.toString(row.time()),
                row -> funding(market, row),
                limit(request, 20, MOST_FUNDING),
                request.parameter("page").orElse(""));
    }

    /** After the row that the page before ended with. */
    private static <T> String page(
            List<T> newest, Function<T, String> cursor, Function<T, String> text, int limit, String after) {
        List<T> rest = after.isEmpty()
                ? newest
                : newest.stream()
                        .dropWhile(row -> !cursor.apply(row).equals(after))
                        .skip(1)
                        .toList();
        List<T> rows = rest.stream().limit(limit).toList();
        String next = rest.size() > limit ? Json.escaped(cursor.apply(rows.getLast())) : "null";
        return records(rows.stream().map(text).toList(), next);
    }

    private static String records(List<String> rows, String next) {
        return Json.object()
                .flag("success", true)
                .raw("records", Json.array(rows))
                .raw("meta", "{\"nextPage\":" + next + "}")
                .end();
    }

    private static String funding(DriftMarket market, FundingHistory.Row row) {
        BigDecimal price = BigDecimal.valueOf(row.mark() / 100, 6);
        String rate = DriftText.text(price.multiply(BigDecimal.valueOf(row.rate(), 8)), 9);
        return Json.object()
                .number("ts", row.time() / 1_000)
                .text("txSig", "5funding" + Long.toString(row.time(), 36))
                .number("slot", row.time() / 400)
                .text("recordId", Long.toString(row.time() / 3_600_000))
                .number("marketIndex", market.index())
                .text("symbol", market.symbol())
                .text("fundingRate", rate)
                .text("fundingRateLong", rate)
                .text("fundingRateShort", rate)
                .text("cumulativeFundingRateLong", "44.373045417")
                .text("cumulativeFundingRateShort", "44.166845742")
                .text("oraclePriceTwap", DriftText.text(price, 6))
                .text("markPriceTwap", DriftText.text(price, 6))
                .text("periodRevenue", "-2063.302451")
                .text("baseAssetAmountWithAmm", "0.000000000")
                .text("baseAssetAmountWithUnsettledLp", "0.000000000")
                .end();
    }

    /** {@code startTs} is the newest that is wanted. */
    static String candles(DriftMarket market, RestRequest request, String resolution) {
        if (!resolution.equals("1")) {
            throw new BadRequest(RestAnswer.of(400, "{\"message\":\"Invalid resolution\"}"));
        }
        long newest = request.parameter("startTs").map(Long::parseLong).orElse(market.now() / 1_000);
        List<Bar> bars =
                market.listed().candles().last(Interval.MINUTE, newest * 1_000, limit(request, 100, MOST_CANDLES));
        return records(
                bars.reversed().stream()
                        .map(bar -> DriftText.candle(market, bar, true))
                        .toList(),
                "null");
    }

    private static int limit(RestRequest request, int usual, int most) {
        int asked = request.parameter("limit").map(Integer::parseInt).orElse(usual);
        return Math.clamp(asked, 1, most);
    }
}
