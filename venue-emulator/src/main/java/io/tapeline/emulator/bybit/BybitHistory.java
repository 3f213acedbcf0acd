package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Candles;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What was: candles of four prices, open interest and ratios of accounts, newest first. */
record BybitHistory(long seed) {
    private static final int MOST_CANDLES = 1_000;
    private static final Grid SHARE = new Grid(4, 1);
    private static final Grid PREMIUM = new Grid(6, 1);

    List<String> candles(BybitQuery query) {
        ListedContract listed = query.contract();
        BybitCategory category = query.venue().category();
        return bars(query, listed.candles(), bar -> BybitCandles.traded(category, listed.spec(), bar));
    }

    /** @param share of the mark price that the price wanted is */
    List<String> marks(BybitQuery query, double share) {
        return bars(
                query,
                query.contract().marks().candles(),
                bar -> "[\"" + bar.openTime() + "\",\""
                        + price(bar.open(), share) + "\",\"" + price(bar.high(), share) + "\",\""
                        + price(bar.low(), share)
                        + "\",\"" + price(bar.close(), share) + "\"]");
    }

    private static String price(long eightDecimals, double share) {
        return FuturesMarks.GRID.text(Math.round(eightDecimals * share));
    }

    /** What the index is of the price. */
    double indexShare(ListedContract listed) {
        return 1 / (1 + listed.contract().basis());
    }

    /** How far the price is over the index, which does not change much. */
    List<String> premiums(BybitQuery query) {
        long own = own(query.contract(), "premium");
        return bars(query, query.contract().marks().candles(), bar -> {
            long premium = 200 + Math.round(100 * Seeds.smooth(own, bar.openTime() / 3_600_000.0));
            return "[\"" + bar.openTime() + "\",\"" + PREMIUM.text(premium) + "\",\"" + PREMIUM.text(premium + 5)
                    + "\",\"" + PREMIUM.text(premium - 5) + "\",\"" + PREMIUM.text(premium) + "\"]";
        });
    }

    private static List<String> bars(BybitQuery query, Candles candles, Function<Bar, String> text) {
        long from = query.number("start", 0);
        long to = query.number("end", query.venue().now());
        return candles.last(query.interval(), to, query.limit(200, MOST_CANDLES)).reversed().stream()
                .filter(bar -> bar.openTime() >= from)
                .map(text)
                .toList();
    }

    List<String> openInterest(BybitQuery query, long now) {
        ListedContract listed = query.contract();
        long own = own(listed, "oi");
        return samples(query, query.period("intervalTime"), now, 50, 200, time -> {
            long one = Math.round(
                    listed.marks().state().openInterest() * (1 + 0.08 * Seeds.smooth(own, time / 14_400_000.0)));
            return Json.object()
                    .decimal("openInterest", listed.spec().size(), 2 * one)
                    .decimal("singleOpenInterest", listed.spec().size(), one)
                    .text("timestamp", Long.toString(time))
                    .end();
        });
    }

    List<String> ratios(BybitQuery query, long now) {
        ListedContract listed = query.contract();
        long own = own(listed, "ratio");
        return samples(query, query.period("period"), now, 50, 500, time -> {
            long buyers = Math.round(10_000 * (0.55 + 0.15 * Seeds.smooth(own, time / 7_200_000.0)));
            return Json.object()
                    .text("symbol", listed.symbol())
                    .decimal("buyRatio", SHARE, buyers)
                    .decimal("sellRatio", SHARE, 10_000 - buyers)
                    .text("timestamp", Long.toString(time))
                    .end();
        });
    }

    private static List<String> samples(
            BybitQuery query, Interval interval, long now, int usual, int most, Function<Long, String> text) {
        long from = query.number("startTime", 0);
        int limit = query.limit(usual, most);
        List<String> rows = new ArrayList<>();
        for (long time = interval.open(Math.min(now, query.number("endTime", now)));
                time >= from && rows.size() < limit;
                time = interval.open(time - 1)) {
            rows.add(text.apply(time));
        }
        return rows;
    }

    private long own(ListedContract listed, String what) {
        return Seeds.mix(seed, listed.symbol() + '#' + what);
    }
}
