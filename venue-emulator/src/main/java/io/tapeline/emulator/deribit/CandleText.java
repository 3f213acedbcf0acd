package io.tapeline.emulator.deribit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.SymbolSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Candles: volume in coins, cost in the currency of the price. */
final class CandleText {
    private CandleText() {}

    /** The interval that the venue calls by its minutes, or {@code 1D}. */
    static Optional<Interval> interval(String resolution) {
        return switch (resolution) {
            case "1", "3", "5", "10", "15", "30", "60", "120", "180", "360", "720" ->
                Optional.of(new Interval(resolution, Integer.parseInt(resolution)));
            case "1D" -> Optional.of(new Interval(resolution, 1440));
            default -> Optional.empty();
        };
    }

    static String volume(Instrument instrument, Bar bar) {
        return Numbers.text(instrument.contract().inverse() ? coins(instrument, bar) : amount(instrument, bar));
    }

    static String cost(Instrument instrument, Bar bar) {
        return Numbers.text(instrument.contract().inverse() ? amount(instrument, bar) : value(instrument, bar));
    }

    private static BigDecimal amount(Instrument instrument, Bar bar) {
        return instrument.listed().spec().size().exact(bar.volume());
    }

    /** Dollars at the candle's middle. */
    private static BigDecimal coins(Instrument instrument, Bar bar) {
        BigDecimal price = instrument.listed().spec().price().exact((bar.open() + bar.close()) / 2);
        return amount(instrument, bar).divide(price, new MathContext(9));
    }

    private static BigDecimal value(Instrument instrument, Bar bar) {
        SymbolSpec spec = instrument.listed().spec();
        return BigDecimal.valueOf(bar.quoteVolume())
                .multiply(spec.price().step())
                .multiply(spec.size().step());
    }

    /** What the stream sends of a candle. */
    static String live(Instrument instrument, Bar bar) {
        SymbolSpec spec = instrument.listed().spec();
        return Json.object()
                .number("tick", bar.openTime())
                .raw("open", Numbers.text(spec.price(), bar.open()))
                .raw("high", Numbers.text(spec.price(), bar.high()))
                .raw("low", Numbers.text(spec.price(), bar.low()))
                .raw("close", Numbers.text(spec.price(), bar.close()))
                .raw("volume", volume(instrument, bar))
                .raw("cost", cost(instrument, bar))
                .end();
    }

    /** Columns. */
    static String columns(Instrument instrument, List<Bar> bars) {
        Function<Function<Bar, String>, String> column =
                cell -> Json.array(bars.stream().map(cell));
        SymbolSpec spec = instrument.listed().spec();
        return Json.object()
                .raw("volume", column.apply(bar -> volume(instrument, bar)))
                .raw("cost", column.apply(bar -> cost(instrument, bar)))
                .raw("ticks", column.apply(bar -> Long.toString(bar.openTime())))
                .text("status", bars.isEmpty() ? "no_data" : "ok")
                .raw("open", column.apply(bar -> Numbers.text(spec.price(), bar.open())))
                .raw("low", column.apply(bar -> Numbers.text(spec.price(), bar.low())))
                .raw("high", column.apply(bar -> Numbers.text(spec.price(), bar.high())))
                .raw("close", column.apply(bar -> Numbers.text(spec.price(), bar.close())))
                .end();
    }
}
