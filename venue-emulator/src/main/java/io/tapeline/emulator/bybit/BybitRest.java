package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.util.List;
import java.util.Optional;

/** {@code /v5/market}: answers in an envelope, lists newest first. What every category answers. */
abstract class BybitRest {
    private static final String ROOT = "/v5/market/";

    private final BybitVenue venue;
    private final BybitHistory history;
    private final int mostTrades;

    /** @param mostTrades that are told of the newest */
    BybitRest(BybitVenue venue, int mostTrades) {
        this.venue = venue;
        this.mostTrades = mostTrades;
        history = new BybitHistory(venue.seed());
    }

    /** The listing; empty where nothing has the status asked for. */
    abstract String listing(BybitQuery query);

    /** What the answer about tickers says of one. */
    abstract String ticker(ListedContract listed);

    /** What other categories do not answer; empty for a path that this one has not either. */
    abstract Optional<String> special(String path, BybitQuery query);

    RestAnswer answer(RestRequest request) {
        BybitQuery query = new BybitQuery(venue, request);
        String path = request.path().startsWith(ROOT) ? request.path().substring(ROOT.length()) : "";
        if (path.equals("time")) {
            return ok(time());
        }
        query.requireCategory();
        return switch (path) {
            case "instruments-info" -> ok(listing(query));
            case "tickers" -> ok(tickers(request));
            case "recent-trade" -> ok(list(category(), trades(query)));
            case "kline" -> ok(about(query, history.candles(query)));
            default ->
                special(path, query)
                        .map(this::ok)
                        .orElseGet(() ->
                                RestAnswer.of(404, BybitErrors.envelope(10017, "Route not found.", "{}", venue.now())));
        };
    }

    private RestAnswer ok(String result) {
        return RestAnswer.ok(BybitErrors.envelope(0, "OK", result, venue.now()));
    }

    final BybitVenue venue() {
        return venue;
    }

    final BybitHistory history() {
        return history;
    }

    /** The member that says the category. */
    final String category() {
        return "\"category\":\"" + venue.category().wireName() + "\",";
    }

    static String list(String before, List<String> rows) {
        return "{" + before + "\"list\":" + Json.array(rows) + "}";
    }

    /** Rows about one symbol. */
    final String about(BybitQuery query, List<String> rows) {
        return list("\"symbol\":\"" + query.contract().symbol() + "\"," + category(), rows);
    }

    private String time() {
        long now = venue.now();
        return Json.object()
                .text("timeSecond", Long.toString(now / 1_000))
                .text("timeNano", now + "000000")
                .end();
    }

    private String tickers(RestRequest request) {
        List<String> rows = venue.contracts().stream()
                .filter(listed -> request.symbol().isEmpty() || listed.symbol().equals(request.symbol()))
                .map(this::ticker)
                .toList();
        return list(category(), rows);
    }

    private List<String> trades(BybitQuery query) {
        ListedContract listed = query.contract();
        int limit = query.limit(Math.min(500, mostTrades), mostTrades);
        return listed.market().trades().last(limit).reversed().stream()
                .map(trade -> trade(listed, trade))
                .toList();
    }

    private String trade(ListedContract listed, TradePrint trade) {
        return Json.object()
                .text("execId", listed.tradeId(trade))
                .text("symbol", listed.symbol())
                .text("price", venue.category().text(listed.spec().price(), trade.price()))
                .text("size", venue.category().text(listed.spec().size(), trade.size()))
                .text("side", BybitStreams.side(trade))
                .text("time", Long.toString(trade.time()))
                .flag("isBlockTrade", false)
                .flag("isRPITrade", false)
                .text("seq", Long.toString(trade.firstId()))
                .end();
    }
}
