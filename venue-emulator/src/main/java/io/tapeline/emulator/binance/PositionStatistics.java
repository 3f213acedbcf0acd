package io.tapeline.emulator.binance;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Seeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Open interest history and long/short ratios: thirty days, a pure function of seed and time. */
final class PositionStatistics {
    private static final long REACH_MILLIS = 30L * 86_400_000;
    private static final Grid SHARE = new Grid(4, 1);

    private final long seed;

    PositionStatistics(long seed) {
        this.seed = seed;
    }

    String openInterest(UsdmSymbol symbol, Parameters parameters, long now) {
        return rows(parameters, now, (interval, time) -> {
            double share = 1 + 0.08 * Seeds.smooth(own(symbol, "oi"), time / 14_400_000.0);
            BigDecimal base =
                    symbol.spec().size().exact(Math.round(symbol.state().openInterest() * share));
            return Json.object()
                    .text("symbol", symbol.spec().symbol())
                    .text("sumOpenInterest", eight(base))
                    .text("sumOpenInterestValue", eight(base.multiply(mark(symbol, time))))
                    .text("CMCCirculatingSupply", eight(base.multiply(BigDecimal.valueOf(210))))
                    .number("timestamp", time)
                    .end();
        });
    }

    /** @param kind tells the ratios of accounts and positions apart */
    String longShort(UsdmSymbol symbol, String kind, Parameters parameters, long now) {
        return rows(parameters, now, (interval, time) -> {
            long share = Math.round(10_000 * (0.55 + 0.15 * Seeds.smooth(own(symbol, kind), time / 7_200_000.0)));
            return Json.object()
                    .text("symbol", symbol.spec().symbol())
                    .text("longShortRatio", ratio(share, 10_000 - share))
                    .decimal("longAccount", SHARE, share)
                    .decimal("shortAccount", SHARE, 10_000 - share)
                    .number("timestamp", time)
                    .end();
        });
    }

    /** From the candles, so that it agrees with them. */
    String taker(UsdmSymbol symbol, Parameters parameters, long now) {
        return rows(parameters, now, (interval, time) -> {
            Bar bar = symbol.market().candles().bar(interval, time).orElseGet(() -> new Bar(time, 1));
            long sold = bar.volume() - bar.buyVolume();
            return Json.object()
                    .text("buySellRatio", sold == 0 ? "0.0000" : ratio(bar.buyVolume(), sold))
                    .text("buyVol", four(symbol, bar.buyVolume()))
                    .text("sellVol", four(symbol, sold))
                    .number("timestamp", time)
                    .end();
        });
    }

    private static String rows(Parameters parameters, long now, BiFunction<Interval, Long, String> row) {
        Interval interval = parameters.period();
        int limit = parameters.limit(30, 500);
        OptionalLong start = parameters.number("startTime");
        // A period is published when it is over.
        long end = interval.open(Math.min(now, parameters.number("endTime").orElse(now))) - 1;
        long earliest = Math.max(start.orElse(0), now - REACH_MILLIS);
        List<String> rows = new ArrayList<>();
        for (long time : times(interval, earliest, end, start.isPresent(), limit)) {
            rows.add(row.apply(interval, time));
        }
        return rows.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static List<Long> times(Interval interval, long from, long to, boolean forward, int limit) {
        List<Long> times = new ArrayList<>();
        long first = interval.open(from - 1 + interval.next(0));
        for (long time = first; time <= to; time = interval.next(time)) {
            times.add(time);
        }
        int size = times.size();
        return forward ? times.subList(0, Math.min(limit, size)) : times.subList(Math.max(0, size - limit), size);
    }

    private static BigDecimal mark(UsdmSymbol symbol, long time) {
        return symbol.marks()
                .candles()
                .bar(Interval.MINUTE, time - 60_000)
                .map(bar -> symbol.marks().spec().price().exact(bar.close()))
                .orElse(BigDecimal.ONE);
    }

    private long own(UsdmSymbol symbol, String kind) {
        return Seeds.mix(seed, symbol.spec().symbol() + '#' + kind);
    }

    private static String ratio(long dividend, long divisor) {
        return BigDecimal.valueOf(dividend)
                .divide(BigDecimal.valueOf(divisor), 4, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String four(UsdmSymbol symbol, long lots) {
        return symbol.spec()
                .size()
                .exact(lots)
                .setScale(4, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String eight(BigDecimal value) {
        return value.setScale(8, RoundingMode.HALF_UP).toPlainString();
    }
}
