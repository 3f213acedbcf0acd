package io.tapeline.emulator.htx;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Seeds;
import io.tapeline.emulator.market.SymbolSpec;
import java.util.List;
import java.util.stream.LongStream;

/** Statistics of the past: functions of seed and time. */
record HtxSwapHistory(HtxSwapVenue venue) {
    private static final Grid SHARE = new Grid(4, 1);
    private static final long HOUR = 3_600_000;
    private static final long FIVE_MINUTES = 300_000;

    /** Hourly, newest first. */
    String openInterest(ListedContract listed) {
        SymbolSpec spec = listed.spec();
        long own = Seeds.mix(venue.seed(), listed.symbol() + "#oi");
        long price = spec.price().count(spec.startPrice());
        return about(listed)
                .raw(
                        "tick",
                        Json.array(times(HOUR, 48)
                                .mapToObj(time -> {
                                    long contracts = Math.round(listed.marks().state().openInterest()
                                            * (1 + 0.08 * Seeds.smooth(own, time / 14_400_000.0)));
                                    return Json.object()
                                            .number("volume", contracts)
                                            .number("amount_type", 1)
                                            .number("ts", time)
                                            .raw("value", HtxSwapRows.turnover(spec, contracts * price))
                                            .end();
                                })))
                .end();
    }

    /** @param accounts positions have no share that is long and short */
    String ratios(ListedContract listed, boolean accounts) {
        long own = Seeds.mix(venue.seed(), listed.symbol() + "#ratio" + accounts);
        return about(listed)
                .raw(
                        "list",
                        Json.array(times(FIVE_MINUTES, 30).mapToObj(time -> {
                            long buyers = Math.round(10_000 * (0.5 + 0.15 * Seeds.smooth(own, time / 7_200_000.0)));
                            Json row = Json.object()
                                    .number("buy_ratio", SHARE, buyers)
                                    .number("sell_ratio", SHARE, 9_700 - buyers);
                            return (accounts ? row.number("locked_ratio", SHARE, 300) : row)
                                    .number("ts", time)
                                    .end();
                        })))
                .end();
    }

    /** At each payment of funding, the newest first; of a future the hours of the perpetual. */
    String settlements(ListedContract listed) {
        List<String> rows = times(8 * HOUR, 10)
                .mapToObj(time -> Json.object()
                        .text("symbol", listed.spec().base())
                        .text("contract_code", listed.symbol())
                        .number("settlement_time", time)
                        .number("clawback_ratio", 0)
                        .raw("settlement_price", price(listed))
                        .text("settlement_type", "settlement")
                        .text("business_type", HtxSwapRows.business(listed))
                        .text("pair", listed.spec().base() + "-" + listed.spec().quote())
                        .end())
                .toList();
        return Json.object()
                .number("total_page", 1)
                .number("current_page", 1)
                .number("total_size", rows.size())
                .raw("settlement_record", Json.array(rows))
                .end();
    }

    private static String price(ListedContract listed) {
        return FuturesMarks.GRID.text(FuturesMarks.GRID.count(listed.spec().startPrice()));
    }

    private LongStream times(long every, int count) {
        long newest = venue.now() / every * every;
        return LongStream.range(0, count).map(i -> newest - i * every);
    }

    private static Json about(ListedContract listed) {
        SymbolSpec spec = listed.spec();
        return Json.object()
                .text("symbol", spec.base())
                .text("contract_code", listed.symbol())
                .text("business_type", HtxSwapRows.business(listed))
                .text("pair", spec.base() + "-" + spec.quote());
    }
}
