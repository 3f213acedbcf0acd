package io.tapeline.emulator.deribit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.OptionQuote;
import io.tapeline.emulator.market.SymbolSpec;
import java.math.BigDecimal;

/** Quotes and tickers. */
final class TickerText {
    private static final Interval DAY = new Interval("1d", 1440);

    private TickerText() {}

    static String quote(Instrument instrument, long time) {
        return best(instrument, Json.object().number("timestamp", time).text("instrument_name", instrument.name()))
                .end();
    }

    /** An empty side is 0. */
    private static Json best(Instrument instrument, Json json) {
        SymbolSpec spec = instrument.listed().spec();
        Level ask = instrument.listed().book().bestAsk();
        Level bid = instrument.listed().book().bestBid();
        return json.raw("best_ask_price", Numbers.text(spec.price(), ask.price()))
                .raw("best_bid_price", Numbers.text(spec.price(), bid.price()))
                .raw("best_ask_amount", Numbers.text(spec.size(), ask.size()))
                .raw("best_bid_amount", Numbers.text(spec.size(), bid.size()));
    }

    static String ticker(Instrument instrument, long time) {
        OptionQuote option = instrument.quote();
        return option == null ? future(instrument, time) : option(instrument, option, time);
    }

    private static String future(Instrument instrument, long time) {
        Json json = head(instrument, time);
        Mark mark = instrument.marked();
        if (mark != null) {
            json.raw("open_interest", instrument.openInterest());
        }
        if (mark != null && mark.nextFunding() > 0) {
            json.raw(
                            "interest_value",
                            Numbers.text(FuturesMarks.GRID.exact(mark.rate()).movePointRight(2)))
                    .raw("current_funding", Numbers.text(FuturesMarks.GRID.exact(mark.rate())))
                    .raw("funding_8h", Numbers.text(average(instrument.listed(), mark)));
        }
        return best(instrument, json).end();
    }

    /** The mean of the last payments. */
    private static BigDecimal average(ListedContract listed, Mark mark) {
        var rows = listed.marks().funding().rows();
        long sum = rows.stream()
                .skip(Math.max(0, rows.size() - 8))
                .mapToLong(row -> row.rate())
                .sum();
        return FuturesMarks.GRID.exact(rows.isEmpty() ? mark.rate() : sum / Math.min(8, rows.size()));
    }

    private static Json head(Instrument instrument, long time) {
        return Json.object()
                .number("timestamp", time)
                .text("state", "open")
                .raw("stats", stats(instrument))
                .raw("index_price", instrument.index())
                .text("instrument_name", instrument.name())
                .raw("last_price", instrument.last())
                .raw("settlement_price", instrument.mark())
                .raw("min_price", instrument.mark())
                .raw("max_price", instrument.mark())
                .raw("mark_price", instrument.mark())
                .raw("estimated_delivery_price", instrument.index());
    }

    /** {@code volume_usd} only of what is no option. */
    private static String stats(Instrument instrument) {
        SymbolSpec spec = instrument.listed().spec();
        Bar day = instrument
                .listed()
                .candles()
                .bar(DAY, DAY.open(instrument.listed().candles().now()))
                .orElse(new Bar(0, spec.price().count(spec.startPrice())));
        Json stats = Json.object()
                .raw("high", Numbers.text(spec.price(), day.high()))
                .raw("low", Numbers.text(spec.price(), day.low()))
                .raw("price_change", Numbers.text(100.0 * (day.close() - day.open()) / day.open(), 4))
                .raw("volume", CandleText.volume(instrument, day));
        if (instrument.quote() == null) {
            stats.raw("volume_usd", CandleText.cost(instrument, day))
                    .raw("volume_notional", CandleText.cost(instrument, day));
        }
        return stats.end();
    }

    private static String option(Instrument instrument, OptionQuote value, long time) {
        Json json = head(instrument, time)
                .raw("open_interest", instrument.openInterest())
                .raw("underlying_price", Numbers.text(value.underlying(), 2))
                .text("underlying_index", "SYN." + instrument.name().replaceAll("-[^-]+-[CP]$", ""))
                .number("interest_rate", 0)
                .raw("mark_iv", Numbers.text(value.markIv(), 2))
                .raw("bid_iv", Numbers.text(value.bidIv(), 2))
                .raw("ask_iv", Numbers.text(value.askIv(), 2))
                .raw("greeks", greeks(value));
        return best(instrument, json).end();
    }

    private static String greeks(OptionQuote value) {
        return Json.object()
                .raw("vega", Numbers.text(value.vega(), 5))
                .raw("theta", Numbers.text(value.theta(), 5))
                .raw("rho", Numbers.text(value.rho(), 5))
                .raw("gamma", Numbers.text(value.gamma(), 5))
                .raw("delta", Numbers.text(value.delta(), 5))
                .end();
    }
}
