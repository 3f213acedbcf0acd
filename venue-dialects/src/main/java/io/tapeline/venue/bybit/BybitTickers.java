package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.model.decimal.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a ticker says of a derivative. An absent member and an empty text both say nothing. */
final class BybitTickers {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private BybitTickers() {}

    static Ticker read(JsonValue data) {
        return Ticker.prices(
                        data.optionalDecimal("markPrice"),
                        data.optionalDecimal("indexPrice"),
                        data.optionalDecimal("lastPrice"))
                .withFunding(
                        data.optionalDecimal("fundingRate"),
                        data.optionalDecimal("fundingIntervalHour"),
                        nextFunding(data))
                .withOpenInterest(openInterest(data), base(data), null);
    }

    /** Open interest of a linear contract counts the base asset. */
    private static @Nullable BigDecimal base(JsonValue data) {
        return BybitCategory.LINEAR.inverse(data.text("symbol")) ? null : openInterest(data);
    }

    /** Zero where there is none. */
    private static @Nullable Long nextFunding(JsonValue data) {
        Long time = data.optionalMillis("nextFundingTime");
        return time == null || time == 0 ? null : time;
    }

    /** One-sided: said so since June 2026; before, both sides were added up. */
    static @Nullable BigDecimal openInterest(JsonValue row) {
        BigDecimal single = row.optionalDecimal("singleOpenInterest");
        BigDecimal both = row.optionalDecimal("openInterest");
        return single != null || both == null ? single : Decimals.derived(both.multiply(HALF));
    }
}
