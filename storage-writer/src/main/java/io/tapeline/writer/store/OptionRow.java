package io.tapeline.writer.store;

import io.tapeline.model.event.OptionSummary;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An option's row where several events fall into one interval: a venue may send implied volatility and open interest apart. */
final class OptionRow {
    private static final List<String> FILLED = List.of(
            "mark_price",
            "mark_iv",
            "bid_iv",
            "ask_iv",
            "delta",
            "gamma",
            "vega",
            "theta",
            "underlying_price",
            "open_interest");

    private OptionRow() {}

    static OptionSummary filledIn(OptionSummary first, OptionSummary later) {
        return new OptionSummary(
                first.header(),
                first.underlying(),
                known(first.markPrice(), later.markPrice()),
                known(first.markIv(), later.markIv()),
                known(first.bidIv(), later.bidIv()),
                known(first.askIv(), later.askIv()),
                known(first.delta(), later.delta()),
                known(first.gamma(), later.gamma()),
                known(first.vega(), later.vega()),
                known(first.theta(), later.theta()),
                known(first.underlyingPrice(), later.underlyingPrice()),
                known(first.openInterest(), later.openInterest()));
    }

    static <T> @Nullable T known(@Nullable T preferred, @Nullable T other) {
        return preferred == null ? other : preferred;
    }

    /** The same in SQL, after {@code ON CONFLICT (...)}. */
    static String fillIn() {
        return FILLED.stream()
                .map(column -> column + " = coalesce(t." + column + ", excluded." + column + ")")
                .collect(Collectors.joining(", ", "DO UPDATE SET ", " WHERE " + somethingIsFilledIn()));
    }

    private static String somethingIsFilledIn() {
        return FILLED.stream()
                .map(column -> "(t." + column + " IS NULL AND excluded." + column + " IS NOT NULL)")
                .collect(Collectors.joining(" OR "));
    }
}
