package io.tapeline.emulator.htx;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.util.List;

/** Answers of the two REST families: market data by {@code ch}, the rest in {@code data}. Errors come with 200. */
final class HtxSwapRest {
    private static final int MOST = 2000;
    private static final int LIQUIDATIONS = 50;

    private final HtxSwapVenue venue;
    private final HtxAnswers answers;
    private final HtxSwapHistory history;

    HtxSwapRest(HtxSwapVenue venue) {
        this.venue = venue;
        answers = new HtxAnswers(venue);
        history = new HtxSwapHistory(venue);
    }

    RestAnswer answer(RestRequest request) {
        String path = request.path();
        return switch (path.substring(path.indexOf('/', 1) + 1)) {
            case "v1/timestamp" -> RestAnswer.ok("{\"status\":\"ok\",\"ts\":" + venue.now() + "}");
            case "v1/swap_contract_info" -> answers.ok(listing());
            case "v1/swap_open_interest" -> answers.ok("[" + openInterest(contract(request)) + "]");
            case "v1/swap_historical_funding_rate" -> answers.ok(funding(request));
            case "v1/swap_his_open_interest" -> answers.ok(history.openInterest(contract(request)));
            case "v1/swap_elite_account_ratio" -> answers.ok(history.ratios(contract(request), true));
            case "v1/swap_elite_position_ratio" -> answers.ok(history.ratios(contract(request), false));
            case "v1/swap_settlement_records" -> answers.ok(history.settlements(contract(request)));
            case "v3/swap_liquidation_orders" -> RestAnswer.ok(liquidations(request));
            case "market/history/trade" -> market(request, "trade.detail", trades(request));
            case "market/history/kline" -> market(request, "kline." + answers.period(request), candles(request));
            default -> RestAnswer.of(404, "");
        };
    }

    private RestAnswer market(RestRequest request, String channel, String data) {
        return answers.market(contract(request).symbol(), channel, data);
    }

    private ListedContract contract(RestRequest request) {
        return venue.contract(venue.symbolOf(request))
                .orElseThrow(() -> new BadRequest(RestAnswer.ok(Json.object()
                        .text("status", "error")
                        .number("err_code", 1014)
                        .text("err_msg", "The contract doesn't exist.")
                        .number("ts", venue.now())
                        .end())));
    }

    private String listing() {
        return Json.array(venue.contracts().stream().map(listed -> HtxSwapListing.row(listed, venue.now())));
    }

    private static String openInterest(ListedContract listed) {
        SymbolSpec spec = listed.spec();
        long contracts = listed.marks().state().openInterest();
        long price = listed.candles()
                .last(Interval.MINUTE, Long.MAX_VALUE, 1)
                .getLast()
                .close();
        return Json.object()
                .number("volume", contracts)
                .raw("amount", HtxSwapRows.coins(spec, contracts))
                .text("symbol", spec.base())
                .raw("value", HtxSwapRows.turnover(spec, contracts * price))
                .text("contract_code", listed.symbol())
                .number("trade_amount", 0)
                .number("trade_volume", 0)
                .number("trade_turnover", 0)
                .text("business_type", HtxSwapRows.business(listed))
                .text("pair", spec.base() + "-" + spec.quote())
                .text("contract_type", HtxSwapRows.type(listed))
                .end();
    }

    /** Newest first, by number of page. */
    private String funding(RestRequest request) {
        ListedContract listed = contract(request);
        List<FundingHistory.Row> rows = listed.marks().funding().rows().reversed();
        int size = (int) Math.clamp(answers.number(request, "page_size", 20), 1, 50);
        long page = answers.number(request, "page_index", 1);
        return Json.object()
                .number("total_page", Math.ceilDiv(rows.size(), size))
                .number("current_page", page)
                .number("total_size", rows.size())
                .raw(
                        "data",
                        Json.array(rows.stream()
                                .skip((page - 1) * size)
                                .limit(size)
                                .map(row -> payment(listed, row))))
                .end();
    }

    private static String payment(ListedContract listed, FundingHistory.Row row) {
        return Json.object()
                .decimal("avg_premium_index", FuturesMarks.GRID, row.rate() / 2)
                .decimal("funding_rate", FuturesMarks.GRID, row.rate())
                .raw("realized_rate", "null")
                .text("funding_time", Long.toString(row.time()))
                .text("contract_code", listed.symbol())
                .text("symbol", listed.spec().base())
                .text("fee_asset", listed.spec().quote())
                .end();
    }

    /** The newest, each inside of its match. */
    private String trades(RestRequest request) {
        ListedContract listed = contract(request);
        int size = answers.size(request, 1, MOST);
        return Json.array(listed.market().trades().last(size).stream().map(trade -> match(listed, trade)));
    }

    private static String match(ListedContract listed, TradePrint trade) {
        return Json.object()
                .raw("data", "[" + HtxSwapRows.trade(listed, trade) + "]")
                .number("id", trade.id())
                .number("ts", trade.time())
                .end();
    }

    /** Oldest first, in pages that go on after an id; the id is that of the last fill. */
    private String liquidations(RestRequest request) {
        ListedContract listed = contract(request);
        long after = answers.number(request, "from_id", 0);
        long from = answers.number(request, "start_time", 0);
        long to = answers.number(request, "end_time", venue.now());
        return Json.object()
                .number("code", 200)
                .text("msg", "")
                .raw(
                        "data",
                        Json.array(venue.forced(listed).stream()
                                .filter(order -> order.time() >= from && order.time() <= to && id(order) > after)
                                .limit(LIQUIDATIONS)
                                .map(order -> "{\"query_id\":" + id(order) + ","
                                        + HtxSwapRows.liquidation(listed, order).substring(1))))
                .number("ts", venue.now())
                .end();
    }

    private static long id(Liquidation order) {
        return order.fills().getLast().id();
    }

    /** A stretch in seconds, or the newest. */
    private String candles(RestRequest request) {
        ListedContract listed = contract(request);
        Interval interval = answers.interval(request);
        List<Bar> bars = request.parameter("from").isPresent()
                ? listed.candles()
                        .range(
                                interval,
                                answers.number(request, "from", 0) * 1_000,
                                answers.number(request, "to", venue.now() / 1_000) * 1_000,
                                MOST)
                : listed.candles().last(interval, venue.now(), answers.size(request, 150, MOST));
        return Json.array(bars.stream().map(bar -> row(listed, bar)));
    }

    private static String row(ListedContract listed, Bar bar) {
        SymbolSpec spec = listed.spec();
        return Json.object()
                .raw("amount", HtxSwapRows.coins(spec, 2 * bar.volume()))
                .number("close", spec.price(), bar.close())
                .number("count", bar.count())
                .number("high", spec.price(), bar.high())
                .number("id", bar.openTime() / 1_000)
                .number("low", spec.price(), bar.low())
                .number("open", spec.price(), bar.open())
                .raw("trade_turnover", HtxSwapRows.turnover(spec, 2 * bar.quoteVolume()))
                .number("vol", 2 * bar.volume())
                .end();
    }
}
