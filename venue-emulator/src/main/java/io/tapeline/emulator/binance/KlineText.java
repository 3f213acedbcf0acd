package io.tapeline.emulator.binance;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.SymbolSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A candle as the streams and as REST show it. */
final class KlineText {
    private KlineText() {}

    /** The stream's form; {@code comma} is how futures separate members inside. */
    static String frame(SymbolSpec spec, Interval interval, Bar bar, boolean closed, long sent, String comma) {
        String inner = Json.object()
                .number("t", bar.openTime())
                .number("T", interval.next(bar.openTime()) - 1)
                .text("s", spec.symbol())
                .text("i", interval.name())
                .number("f", bar.firstId())
                .number("L", bar.lastId())
                .decimal("o", spec.price(), bar.open())
                .decimal("c", spec.price(), bar.close())
                .decimal("h", spec.price(), bar.high())
                .decimal("l", spec.price(), bar.low())
                .decimal("v", spec.size(), bar.volume())
                .number("n", bar.count())
                .flag("x", closed)
                .text("q", quote(spec, bar.quoteVolume()))
                .decimal("V", spec.size(), bar.buyVolume())
                .text("Q", quote(spec, bar.buyQuoteVolume()))
                .text("B", "0")
                .end();
        return Json.object()
                .text("e", "kline")
                .number("E", sent)
                .text("s", spec.symbol())
                .raw("k", comma.equals(",") ? inner : inner.replace(",", comma))
                .end();
    }

    /** A row of REST. */
    static String row(SymbolSpec spec, Interval interval, Bar bar) {
        StringBuilder out = new StringBuilder(200).append('[').append(bar.openTime());
        prices(out, spec, bar);
        quoted(out, spec.size().text(bar.volume()));
        out.append(',').append(interval.next(bar.openTime()) - 1);
        quoted(out, quote(spec, bar.quoteVolume()));
        out.append(',').append(bar.count());
        quoted(out, spec.size().text(bar.buyVolume()));
        quoted(out, quote(spec, bar.buyQuoteVolume()));
        return out.append(",\"0\"]").toString();
    }

    /** A row of mark prices: no volumes, and the number of samples where trades are counted. */
    static String markRow(SymbolSpec spec, Interval interval, Bar bar) {
        StringBuilder out = new StringBuilder(200).append('[').append(bar.openTime());
        prices(out, spec, bar);
        out.append(",\"0\",").append(interval.next(bar.openTime()) - 1);
        return out.append(",\"0\",")
                .append(bar.count())
                .append(",\"0\",\"0\",\"0\"]")
                .toString();
    }

    private static void prices(StringBuilder out, SymbolSpec spec, Bar bar) {
        quoted(out, spec.price().text(bar.open()));
        quoted(out, spec.price().text(bar.high()));
        quoted(out, spec.price().text(bar.low()));
        quoted(out, spec.price().text(bar.close()));
    }

    private static void quoted(StringBuilder out, String text) {
        out.append(",\"").append(text).append('"');
    }

    /** Ticks times lots in quote, exact; spot prints 8 decimals, futures as many as price and size have together. */
    private static String quote(SymbolSpec spec, long ticksTimesLots) {
        BigDecimal exact = new BigDecimal(BigInteger.valueOf(ticksTimesLots))
                .multiply(spec.price().step())
                .multiply(spec.size().step());
        boolean spot = spec.price().scale() + spec.size().scale() == 16;
        return (spot ? exact.setScale(8, RoundingMode.UNNECESSARY) : exact).toPlainString();
    }
}
