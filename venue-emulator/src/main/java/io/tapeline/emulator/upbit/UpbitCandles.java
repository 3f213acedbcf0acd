package io.tapeline.emulator.upbit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.server.RestRequest;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/candles/...}: newest first, those that begin before a time; stretches without trades are missing. */
record UpbitCandles(ListedContract listed, RestRequest request) {
    static final String PATH = "/v1/candles/";

    private static final int MOST = 200;
    private static final String MINUTES = "minutes/";
    private static final Map<String, String> LONGER = Map.of("days", "1d", "weeks", "1w", "months", "1M");

    String rows(long now) {
        String path = request.path().substring(PATH.length());
        int count = Math.min(MOST, Integer.parseInt(request.parameter("count").orElse("1")));
        long end = request.parameter("to").map(UpbitCandles::millis).orElse(now + 1);
        List<Bar> bars = interval(path)
                .map(interval -> listed.candles().last(interval, end - 1, count))
                .orElse(List.of());
        return Json.array(
                bars.reversed().stream().filter(bar -> bar.count() > 0).map(bar -> row(path, bar)));
    }

    /** Seconds are not kept. */
    private static Optional<Interval> interval(String path) {
        if (path.startsWith(MINUTES)) {
            String name = path.substring(MINUTES.length()) + "m";
            return UpbitStreams.INTERVALS.stream()
                    .filter(interval -> interval.name().equals(name))
                    .findFirst();
        }
        return Optional.ofNullable(LONGER.get(path)).flatMap(Interval::of);
    }

    private static long millis(String to) {
        try {
            String utc = to.endsWith("Z") ? to.substring(0, to.length() - 1) : to;
            return LocalDateTime.parse(utc).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException e) {
            return UpbitRest.refuse(400, "to must be a time such as 2026-11-20T10:00:00")
                    .length();
        }
    }

    private String row(String path, Bar bar) {
        UpbitText text = new UpbitText(listed);
        Json row = text.starts(Json.object().text("market", listed.symbol()), bar.openTime());
        text.prices(row, bar)
                .number("timestamp", bar.openTime())
                .raw("candle_acc_trade_price", text.turnover(bar.quoteVolume()))
                .number("candle_acc_trade_volume", listed.spec().size(), bar.volume());
        return path.startsWith(MINUTES)
                ? row.number("unit", Long.parseLong(path.substring(MINUTES.length())))
                        .end()
                : row.end();
    }
}
