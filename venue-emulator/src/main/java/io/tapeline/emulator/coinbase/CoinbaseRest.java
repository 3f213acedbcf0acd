package io.tapeline.emulator.coinbase;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Public calls; lists come newest first. */
final class CoinbaseRest {
    private static final int MOST_TRADES = 1000;
    private static final int MOST_CANDLES = 300;
    private static final Map<String, String> GRANULARITIES =
            Map.of("60", "1m", "300", "5m", "900", "15m", "3600", "1h", "21600", "6h", "86400", "1d");
    private static final LevelShape ONE_ORDER = LevelShape.textsAnd("1");

    private final CoinbaseVenue venue;

    CoinbaseRest(CoinbaseVenue venue) {
        this.venue = venue;
    }

    RestAnswer answer(RestRequest request) {
        String[] parts = request.path().substring(1).split("/", -1);
        return switch (parts[0]) {
            case "time" -> RestAnswer.ok(time());
            case "products" ->
                parts.length == 1
                        ? RestAnswer.ok(Json.array(venue.contracts().stream().map(CoinbaseRest::product)))
                        : product(parts, request);
            default -> throw notFound();
        };
    }

    private RestAnswer product(String[] parts, RestRequest request) {
        ListedContract listed = venue.contract(parts[1]).orElseThrow(CoinbaseRest::notFound);
        return switch (parts.length == 2 ? "" : parts[2]) {
            case "" -> RestAnswer.ok(product(listed));
            case "trades" -> trades(listed, request);
            case "candles" -> RestAnswer.ok(candles(listed, request));
            case "book" -> RestAnswer.ok(book(listed, request));
            default -> throw notFound();
        };
    }

    private static BadRequest notFound() {
        return new BadRequest(RestAnswer.of(404, CoinbaseText.complaint("NotFound")));
    }

    private static BadRequest bad(String message) {
        return new BadRequest(RestAnswer.of(400, CoinbaseText.complaint(message)));
    }

    private String time() {
        long now = venue.now();
        return Json.object()
                .text("iso", CoinbaseText.time(now).replaceFirst("000Z$", "Z"))
                .raw("epoch", BigDecimal.valueOf(now, 3).toPlainString())
                .end();
    }

    private static String product(ListedContract listed) {
        SymbolSpec spec = listed.spec();
        return Json.object()
                .text("id", listed.symbol())
                .text("base_currency", spec.base())
                .text("quote_currency", spec.quote())
                .decimal("quote_increment", spec.price(), 1)
                .decimal("base_increment", spec.size(), 1)
                .text("display_name", listed.symbol())
                .text("min_market_funds", "1")
                .flag("margin_enabled", false)
                .flag("post_only", false)
                .flag("limit_only", false)
                .flag("cancel_only", false)
                .text("status", "online")
                .text("status_message", "")
                .flag("trading_disabled", false)
                .flag("fx_stablecoin", false)
                .text("max_slippage_percentage", "0.02000000")
                .flag("auction_mode", false)
                .text("high_bid_limit_percentage", "")
                .end();
    }

    /** {@code after} asks for older trades than that id, {@code before} for newer ones. */
    private static RestAnswer trades(ListedContract listed, RestRequest request) {
        int limit = (int) Math.min(MOST_TRADES, number(request, "limit", MOST_TRADES));
        long after = number(request, "after", listed.market().trades().endId());
        long before = number(request, "before", 0);
        List<TradePrint> page = listed.market().trades().from(Math.max(before + 1, after - limit), limit).stream()
                .filter(trade -> trade.id() < after)
                .toList()
                .reversed();
        RestAnswer answer = RestAnswer.ok(Json.array(page.stream().map(trade -> trade(listed, trade))));
        return page.isEmpty()
                ? answer
                : answer.header("CB-AFTER", page.getLast().id())
                        .header("CB-BEFORE", page.getFirst().id());
    }

    private static String trade(ListedContract listed, TradePrint trade) {
        return Json.object()
                .text("time", CoinbaseText.time(trade.time()))
                .number("trade_id", trade.id())
                .text("price", CoinbaseText.trimmed(listed.spec().price(), trade.price()))
                .text("size", CoinbaseText.trimmed(listed.spec().size(), trade.size()))
                .text("side", CoinbaseText.maker(trade))
                .end();
    }

    /** What nothing was traded in is left out. */
    private String candles(ListedContract listed, RestRequest request) {
        String granularity = request.parameter("granularity").orElse("60");
        Interval interval = Interval.of(GRANULARITIES.getOrDefault(granularity, ""))
                .orElseThrow(() -> bad("Unsupported granularity"));
        boolean bounded = request.parameter("start").isPresent()
                && request.parameter("end").isPresent();
        long from = bounded ? number(request, "start", 0) : 0;
        long to = bounded ? number(request, "end", 0) : venue.now() / 1_000;
        if (bounded && (to - from) / Long.parseLong(granularity) > MOST_CANDLES) {
            throw bad(
                    "granularity too small for the requested time range. Count of aggregations requested exceeds 300");
        }
        return Json.array(listed.candles().last(interval, to * 1_000, MOST_CANDLES).reversed().stream()
                .filter(bar -> bar.openTime() >= from * 1_000 && bar.volume() > 0)
                .map(bar -> candle(listed.spec(), bar)));
    }

    private static String candle(SymbolSpec spec, Bar bar) {
        return String.join(
                ",",
                "[" + bar.openTime() / 1_000,
                CoinbaseText.trimmed(spec.price(), bar.low()),
                CoinbaseText.trimmed(spec.price(), bar.high()),
                CoinbaseText.trimmed(spec.price(), bar.open()),
                CoinbaseText.trimmed(spec.price(), bar.close()),
                CoinbaseText.trimmed(spec.size(), bar.volume()) + "]");
    }

    private static String book(ListedContract listed, RestRequest request) {
        int depth = request.parameter("level").orElse("1").equals("1") ? 1 : Integer.MAX_VALUE;
        SymbolSpec spec = listed.spec();
        return Json.object()
                .number(
                        "sequence",
                        CoinbaseText.sequence(listed.market().trades().endId()))
                .levels("bids", spec, listed.book().top(true, depth), ONE_ORDER)
                .levels("asks", spec, listed.book().top(false, depth), ONE_ORDER)
                .text("time", CoinbaseText.time(listed.book().lastTime()))
                .end();
    }

    private static long number(RestRequest request, String name, long otherwise) {
        String text = request.parameter(name).orElse("");
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw bad("Invalid " + name);
        }
    }
}
