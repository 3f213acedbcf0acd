package io.tapeline.emulator.coinbasefutures;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.util.List;
import java.util.Map;

/** Public calls below {@code /api/v3/brokerage}; lists come newest first. */
final class CoinbaseRest {
    private static final String ROOT = "/api/v3/brokerage";
    private static final int MOST_CANDLES = 350;
    private static final Map<String, String> GRANULARITIES = Map.of(
            "ONE_MINUTE", "1m",
            "FIVE_MINUTE", "5m",
            "FIFTEEN_MINUTE", "15m",
            "THIRTY_MINUTE", "30m",
            "ONE_HOUR", "1h",
            "TWO_HOUR", "2h",
            "SIX_HOUR", "6h",
            "ONE_DAY", "1d");

    private final CoinbaseVenue venue;

    CoinbaseRest(CoinbaseVenue venue) {
        this.venue = venue;
    }

    RestAnswer answer(RestRequest request) {
        String path = request.path().startsWith(ROOT) ? request.path().substring(ROOT.length()) : "";
        if (path.startsWith("/market/products/")) {
            ListedContract listed = venue.contract(venue.symbolOf(request)).orElseThrow(CoinbaseRest::noProduct);
            return path.endsWith("/ticker")
                    ? RestAnswer.ok(trades(listed, request))
                    : path.endsWith("/candles") ? RestAnswer.ok(candles(listed, request)) : notFound();
        }
        return switch (path) {
            case "/time" -> RestAnswer.ok(time());
            case "/market/products" -> RestAnswer.ok(products());
            default -> notFound();
        };
    }

    private static BadRequest noProduct() {
        return new BadRequest(error(404, "NOT_FOUND", "valid product_id is required"));
    }

    private static RestAnswer notFound() {
        return error(404, "NOT_FOUND", "no such path");
    }

    private static RestAnswer error(int status, String error, String details) {
        return RestAnswer.of(
                status,
                Json.object()
                        .text("error", error)
                        .text("error_details", details)
                        .text("message", details)
                        .end());
    }

    private String time() {
        long now = venue.now();
        return Json.object()
                .text("iso", CoinbaseText.time(now))
                .text("epochSeconds", Long.toString(now / 1_000))
                .text("epochMillis", Long.toString(now))
                .end();
    }

    private String products() {
        List<String> rows = venue.contracts().stream()
                .map(listed -> CoinbaseProduct.text(listed, venue.now()))
                .toList();
        return Json.object()
                .raw("products", Json.array(rows))
                .number("num_products", rows.size())
                .raw("pagination", "null")
                .end();
    }

    private String trades(ListedContract listed, RestRequest request) {
        int limit = (int) number(request, "limit", 100);
        List<TradePrint> all = listed.market()
                .trades()
                .between(
                        number(request, "start", 0) * 1_000,
                        number(request, "end", venue.now() / 1_000 + 1) * 1_000,
                        Integer.MAX_VALUE);
        List<String> newest = all.subList(Math.max(0, all.size() - limit), all.size()).reversed().stream()
                .map(trade -> CoinbaseText.trade(listed, trade)
                        .text("bid", "")
                        .text("ask", "")
                        .text("exchange", "coinbase")
                        .end())
                .toList();
        return Json.object()
                .raw("trades", Json.array(newest))
                .decimal(
                        "best_bid",
                        listed.spec().price(),
                        listed.book().bestBid().price())
                .decimal(
                        "best_ask",
                        listed.spec().price(),
                        listed.book().bestAsk().price())
                .end();
    }

    private String candles(ListedContract listed, RestRequest request) {
        Interval interval = Interval.of(GRANULARITIES.getOrDefault(
                        request.parameter("granularity").orElse(""), ""))
                .orElseThrow(() -> new BadRequest(error(400, "INVALID_ARGUMENT", "granularity is unsupported")));
        long from = number(request, "start", 0) * 1_000;
        long to = number(request, "end", venue.now() / 1_000) * 1_000;
        List<Bar> bars = listed.candles().last(interval, to, MOST_CANDLES);
        return Json.object()
                .raw(
                        "candles",
                        Json.array(bars.reversed().stream()
                                .filter(bar -> bar.openTime() >= from)
                                .map(bar -> CoinbaseText.candle(listed, bar).end())))
                .end();
    }

    private static long number(RestRequest request, String name, long otherwise) {
        String text = request.parameter(name).orElse("");
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadRequest(error(400, "INVALID_ARGUMENT", name + " is no number"));
        }
    }
}
