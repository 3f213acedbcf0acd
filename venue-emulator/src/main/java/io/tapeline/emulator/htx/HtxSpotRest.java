package io.tapeline.emulator.htx;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;

/** Answers about pairs, market data from the newest back. */
final class HtxSpotRest {
    private static final int MOST = 2000;

    private final HtxSpotVenue venue;
    private final HtxAnswers answers;

    HtxSpotRest(HtxSpotVenue venue) {
        this.venue = venue;
        answers = new HtxAnswers(venue);
    }

    RestAnswer answer(RestRequest request) {
        return switch (request.path()) {
            case "/v1/common/timestamp" -> RestAnswer.ok("{\"status\":\"ok\",\"data\":" + venue.now() + "}");
            case "/v2/settings/common/symbols" -> listing();
            case "/market/history/trade" -> trades(request, pair(request));
            case "/market/history/kline" -> candles(request, pair(request));
            default -> RestAnswer.of(404, "");
        };
    }

    private ListedContract pair(RestRequest request) {
        return venue.contract(venue.symbolOf(request)).orElseThrow(() -> answers.invalid("symbol"));
    }

    private RestAnswer listing() {
        return RestAnswer.ok(Json.object()
                .text("status", "ok")
                .raw("data", Json.array(venue.contracts().stream().map(pair -> HtxSpotRows.listing(pair.spec()))))
                .text("ts", Long.toString(venue.now()))
                .number("full", 1)
                .end());
    }

    /** Each inside of its match. */
    private RestAnswer trades(RestRequest request, ListedContract pair) {
        String rows = Json.array(pair.market().trades().last(answers.size(request, 1, MOST)).reversed().stream()
                .map(trade -> match(pair, trade)));
        return answers.market(pair.symbol(), "trade.detail", rows);
    }

    private static String match(ListedContract pair, TradePrint trade) {
        return Json.object()
                .number("id", HtxSpotRows.match(trade))
                .number("ts", trade.time())
                .raw("data", "[" + HtxSpotRows.answered(pair.spec(), trade) + "]")
                .end();
    }

    private RestAnswer candles(RestRequest request, ListedContract pair) {
        String rows =
                Json.array(pair
                        .candles()
                        .last(answers.interval(request), venue.now(), answers.size(request, 150, MOST))
                        .reversed()
                        .stream()
                        .map(bar -> HtxSpotRows.candle(pair.spec(), bar)));
        return answers.market(pair.symbol(), "kline." + answers.period(request), rows);
    }
}
