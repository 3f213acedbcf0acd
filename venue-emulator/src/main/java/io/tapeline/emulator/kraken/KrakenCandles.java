package io.tapeline.emulator.kraken;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.SymbolSpec;
import java.util.List;

/** Candles of a pair as messages and as rows of answers. */
record KrakenCandles(SymbolSpec spec) {

    /** The average price in ticks; that of the close where nothing was traded. */
    static long average(Bar bar) {
        return bar.volume() == 0 ? bar.close() : bar.quoteVolume() / bar.volume();
    }

    String message(String type, Interval interval, List<Bar> bars, long now) {
        return Json.object()
                .text("channel", "ohlc")
                .text("type", type)
                .text("timestamp", KrakenTimes.nanos(now))
                .raw("data", Json.array(bars.stream().map(bar -> streamed(interval, bar))))
                .end();
    }

    private String streamed(Interval interval, Bar bar) {
        return Json.object()
                .text("symbol", spec.symbol())
                .number("open", spec.price(), bar.open())
                .number("high", spec.price(), bar.high())
                .number("low", spec.price(), bar.low())
                .number("close", spec.price(), bar.close())
                .number("trades", bar.count())
                .number("volume", spec.size(), bar.volume())
                .number("vwap", spec.price(), average(bar))
                .text("interval_begin", KrakenTimes.nanos(bar.openTime()))
                .number("interval", interval.minutes())
                .text("timestamp", KrakenTimes.ofMillis(interval.next(bar.openTime())))
                .end();
    }

    /** {@code [time, open, high, low, close, average, volume, trades]}. */
    String answered(Bar bar) {
        return "[" + bar.openTime() / 1_000 + "," + price(bar.open()) + "," + price(bar.high()) + "," + price(bar.low())
                + "," + price(bar.close()) + "," + (bar.volume() == 0 ? "\"0.0\"" : price(average(bar))) + ",\""
                + spec.size().text(bar.volume()) + "\"," + bar.count() + "]";
    }

    private String price(long ticks) {
        return '"' + spec.price().text(ticks) + '"';
    }
}
