package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.SymbolSpec;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Candles of trades as the topic and as the answer have them. */
final class BybitCandles {
    private BybitCandles() {}

    static String frame(
            BybitCategory category, ListedContract listed, BybitInterval interval, Bar bar, boolean closed, long now) {
        SymbolSpec spec = listed.spec();
        String row = Json.object()
                .number("start", bar.openTime())
                .number("end", interval.interval().next(bar.openTime()) - 1)
                .text("interval", interval.wireName())
                .text("open", category.text(spec.price(), bar.open()))
                .text("close", category.text(spec.price(), bar.close()))
                .text("high", category.text(spec.price(), bar.high()))
                .text("low", category.text(spec.price(), bar.low()))
                .text("volume", category.text(spec.size(), bar.volume()))
                .text("turnover", category.turnover(spec, bar.quoteVolume()))
                .flag("confirm", closed)
                .number("timestamp", now)
                .end();
        return Json.object()
                .text("topic", "kline." + interval.wireName() + "." + listed.symbol())
                .raw("data", "[" + row + "]")
                .number("ts", now)
                .text("type", "snapshot")
                .end();
    }

    /** {@code [start, open, high, low, close, volume, turnover]}. */
    static String traded(BybitCategory category, SymbolSpec spec, Bar bar) {
        return Stream.of(
                        Long.toString(bar.openTime()),
                        category.text(spec.price(), bar.open()),
                        category.text(spec.price(), bar.high()),
                        category.text(spec.price(), bar.low()),
                        category.text(spec.price(), bar.close()),
                        category.text(spec.size(), bar.volume()),
                        category.turnover(spec, bar.quoteVolume()))
                .map(text -> '"' + text + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }
}
