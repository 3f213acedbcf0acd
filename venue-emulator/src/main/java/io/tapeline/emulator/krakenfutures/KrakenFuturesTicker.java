package io.tapeline.emulator.krakenfutures;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.SymbolSpec;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The ticker of a product. The relative rate is a fraction an hour; the amount is that of a base unit in dollars of a linear
 * product, that of a dollar in base units of an inverse one.
 */
record KrakenFuturesTicker(ListedContract listed) {
    private static final MathContext DIGITS = new MathContext(12);
    private static final long DAY = 86_400_000;

    String streamed(long time) {
        Contract contract = listed.contract();
        SymbolSpec spec = listed.spec();
        Mark mark = listed.marks().at(time);
        Level bid = listed.book().bestBid();
        Level ask = listed.book().bestAsk();
        Bar day = listed.candles().last(Interval.MINUTE, time, 1).getLast();
        Json text = Json.object().number("time", time).text("product_id", listed.symbol());
        if (contract.fundingHours() > 0) {
            text.raw("funding_rate", amount(mark))
                    .raw("funding_rate_prediction", amount(mark))
                    .number("relative_funding_rate", FuturesMarks.GRID, mark.rate())
                    .number("relative_funding_rate_prediction", FuturesMarks.GRID, mark.rate())
                    .number("next_funding_rate_time", mark.nextFunding());
        }
        return text.text("leverage", "50x")
                .raw("premium", "-0.0")
                .text("feed", "ticker")
                .number("bid", spec.price(), bid.price())
                .number("ask", spec.price(), ask.price())
                .number("bid_size", spec.size(), bid.size())
                .number("ask_size", spec.size(), ask.size())
                .number("volume", spec.size(), day.volume())
                .number("dtm", contract.expiry() == 0 ? 0 : (contract.expiry() - time) / DAY)
                .number("index", FuturesMarks.GRID, mark.index())
                .number("last", spec.price(), day.close())
                .raw("change", "0.97")
                .flag("suspended", false)
                .text("tag", contract.expiry() == 0 ? "perpetual" : "quarter")
                .text("pair", spec.base() + ":USD")
                .number("openInterest", spec.size(), listed.marks().state().openInterest())
                .number("markPrice", FuturesMarks.GRID, mark.mark())
                .number("maturityTime", contract.expiry())
                .flag("post_only", false)
                .number("volumeQuote", spec.price(), day.quoteVolume())
                .number("open", spec.price(), day.open())
                .number("high", spec.price(), day.high())
                .number("low", spec.price(), day.low())
                .end();
    }

    private String amount(Mark mark) {
        return amount(listed, mark.rate(), mark.index());
    }

    /** What a rate is worth at an index price, both counts of the marks' grid. */
    static String amount(ListedContract listed, long rate, long index) {
        BigDecimal relative = FuturesMarks.GRID.exact(rate);
        BigDecimal price = FuturesMarks.GRID.exact(index);
        return (listed.contract().inverse() ? relative.divide(price, DIGITS) : relative.multiply(price, DIGITS))
                .toString();
    }
}
