package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.SymbolSpec;

/** Candles of trades as the topic and as the answer have them. */
final class BybitCandles {
    private BybitCandles() {}

    static String frame(ListedContract listed, BybitInterval interval, Bar bar, boolean closed, long now) {
        SymbolSpec spec = listed.spec();
        String row = Json.object()
                .number("start", bar.openTime())
                .number("end", interval.interval().next(bar.openTime()) - 1)
                .text("interval", interval.wireName())
                .decimal("open", spec.price(), bar.open())
                .decimal("close", spec.price(), bar.close())
                .decimal("high", spec.price(), bar.high())
                .decimal("low", spec.price(), bar.low())
                .decimal("volume", spec.size(), bar.volume())
                .text("turnover", turnover(spec, bar))
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
    static String traded(SymbolSpec spec, Bar bar) {
        String prices = prices(spec.price(), bar);
        return prices.substring(0, prices.length() - 1) + ",\"" + spec.size().text(bar.volume()) + "\",\""
                + turnover(spec, bar) + "\"]";
    }

    /** {@code [start, open, high, low, close]}. */
    static String prices(Grid grid, Bar bar) {
        return "[\"" + bar.openTime() + "\",\"" + grid.text(bar.open()) + "\",\"" + grid.text(bar.high()) + "\",\""
                + grid.text(bar.low()) + "\",\"" + grid.text(bar.close()) + "\"]";
    }

    private static String turnover(SymbolSpec spec, Bar bar) {
        StringBuilder text = new StringBuilder(24);
        long mantissa = bar.quoteVolume() * spec.price().unit() * spec.size().unit();
        Grid.decimal(text, mantissa, spec.price().scale() + spec.size().scale());
        return text.toString();
    }
}
