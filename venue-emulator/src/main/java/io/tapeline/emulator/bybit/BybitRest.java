package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.util.ArrayList;
import java.util.List;

/** {@code /v5/market}: answers in an envelope, lists newest first. */
final class BybitRest {
    private static final String ROOT = "/v5/market/";

    private final BybitVenue venue;
    private final BybitHistory history;

    BybitRest(BybitVenue venue) {
        this.venue = venue;
        history = new BybitHistory(venue.seed());
    }

    RestAnswer answer(RestRequest request) {
        BybitQuery query = new BybitQuery(venue, request);
        String path = request.path().startsWith(ROOT) ? request.path().substring(ROOT.length()) : "";
        if (path.equals("time")) {
            return ok(time());
        }
        query.requireLinear();
        return switch (path) {
            case "instruments-info" -> ok(listing(query));
            case "tickers" -> ok(tickers(request));
            case "recent-trade" -> ok(list("\"category\":\"linear\",", trades(query)));
            case "kline" -> ok(about(query, history.candles(query)));
            case "mark-price-kline" -> ok(about(query, history.marks(query, 1)));
            case "index-price-kline" -> ok(about(query, history.marks(query, history.indexShare(query.contract()))));
            case "premium-index-price-kline" -> ok(about(query, history.premiums(query)));
            case "funding/history" -> ok(list("\"category\":\"linear\",", funding(query)));
            case "open-interest" -> ok(openInterest(query));
            case "account-ratio" -> ok(ratios(query));
            case "delivery-price" -> ok(list("\"category\":\"linear\",\"nextPageCursor\":\"\",", deliveries()));
            default -> RestAnswer.of(404, BybitErrors.envelope(10017, "Route not found.", "{}", venue.now()));
        };
    }

    private RestAnswer ok(String result) {
        return RestAnswer.ok(BybitErrors.envelope(0, "OK", result, venue.now()));
    }

    private static String list(String before, List<String> rows) {
        return "{" + before + "\"list\":" + Json.array(rows) + "}";
    }

    private static String about(BybitQuery query, List<String> rows) {
        return list("\"symbol\":\"" + query.contract().symbol() + "\",\"category\":\"linear\",", rows);
    }

    private String time() {
        long now = venue.now();
        return Json.object()
                .text("timeSecond", Long.toString(now / 1_000))
                .text("timeNano", now + "000000")
                .end();
    }

    /** Pages go on where the cursor says; it comes escaped. */
    private String listing(BybitQuery query) {
        List<String> rows = new ArrayList<>();
        if (query.text("status", "Trading").equals("Trading")) {
            int number = 1;
            for (ListedContract listed : venue.contracts()) {
                rows.add(BybitListing.row(listed, number++));
            }
        }
        int from = Integer.parseInt(query.text("cursor", "first=0").replaceAll("\\D", ""));
        int until = Math.min(rows.size(), from + query.limit(500, 1000));
        String next = until < rows.size() ? "first%3D" + until : "";
        return Json.object()
                .text("category", "linear")
                .raw("list", Json.array(rows.subList(Math.min(from, until), until)))
                .text("nextPageCursor", next)
                .end();
    }

    private String tickers(RestRequest request) {
        List<String> rows = venue.contracts().stream()
                .filter(listed -> request.symbol().isEmpty() || listed.symbol().equals(request.symbol()))
                .map(listed -> new BybitTicker(listed).whole(venue.now()))
                .toList();
        return list("\"category\":\"linear\",", rows);
    }

    private static List<String> trades(BybitQuery query) {
        ListedContract listed = query.contract();
        return listed.market().trades().last(query.limit(500, 1000)).reversed().stream()
                .map(trade -> trade(listed, trade))
                .toList();
    }

    private static String trade(ListedContract listed, TradePrint trade) {
        return Json.object()
                .text("execId", BybitStreams.id(listed, trade))
                .text("symbol", listed.symbol())
                .decimal("price", listed.spec().price(), trade.price())
                .decimal("size", listed.spec().size(), trade.size())
                .text("side", trade.buyerMaker() ? "Sell" : "Buy")
                .text("time", Long.toString(trade.time()))
                .flag("isBlockTrade", false)
                .flag("isRPITrade", false)
                .text("seq", Long.toString(trade.firstId()))
                .end();
    }

    private List<String> funding(BybitQuery query) {
        ListedContract listed = query.contract();
        if (query.request().parameter("startTime").isPresent()
                && query.request().parameter("endTime").isEmpty()) {
            throw BybitErrors.badParameter("endTime is missing", venue.now());
        }
        long from = query.number("startTime", 0);
        long to = query.number("endTime", Long.MAX_VALUE);
        return listed.marks().funding().rows().reversed().stream()
                .filter(row -> row.time() >= from && row.time() <= to)
                .limit(query.limit(200, 200))
                .map(BybitRest::payment)
                .toList();
    }

    private static String payment(FundingHistory.Row row) {
        return Json.object()
                .text("symbol", row.symbol())
                .decimal("fundingRate", FuturesMarks.GRID, row.rate())
                .text("fundingRateTimestamp", Long.toString(row.time()))
                .end();
    }

    private String openInterest(BybitQuery query) {
        return Json.object()
                .text("symbol", query.contract().symbol())
                .text("category", "linear")
                .raw("list", Json.array(history.openInterest(query, venue.now())))
                .text("nextPageCursor", "")
                .end();
    }

    private String ratios(BybitQuery query) {
        return Json.object()
                .raw("list", Json.array(history.ratios(query, venue.now())))
                .text("nextPageCursor", "")
                .end();
    }

    /** Of the futures of the quarter before, at the price that everything started with. */
    private List<String> deliveries() {
        long time = BybitDates.lastQuarter(venue.started());
        return venue.contracts().stream()
                .filter(listed -> listed.contract().expiry() > 0)
                .map(listed -> Json.object()
                        .text("symbol", listed.spec().base() + "USDT-" + BybitDates.text(time))
                        .text(
                                "deliveryPrice",
                                FuturesMarks.GRID.text(
                                        FuturesMarks.GRID.count(listed.spec().startPrice())))
                        .text("deliveryTime", Long.toString(time))
                        .end())
                .toList();
    }
}
