package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.model.decimal.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Mark, index, funding and open interest of a product.
 *
 * <p>Funding: {@code relative_funding_rate} is a fraction per hour. {@code funding_rate}, all that REST and messages of
 * before September 2022 have, is an amount per hour: of linear products in dollars per base unit, so a fraction after
 * division by the index price; of inverse ones in base units per contract of a dollar, so a fraction after multiplication
 * with it.
 */
final class KrakenFuturesTickers {
    private KrakenFuturesTickers() {}

    static Ticker streamed(JsonValue message, KrakenProduct product) {
        BigDecimal index = message.optionalDecimal("index");
        BigDecimal relative = message.optionalDecimal("relative_funding_rate");
        BigDecimal predicted = message.optionalDecimal("relative_funding_rate_prediction");
        Ticker ticker = Ticker.prices(message.optionalDecimal("markPrice"), index, positive(message, "last"))
                .withOpenInterest(message.optionalDecimal("openInterest"), null, null);
        return funded(
                ticker,
                relative != null ? relative : relative(message, "funding_rate", index, product),
                predicted != null ? predicted : relative(message, "funding_rate_prediction", index, product),
                due(message));
    }

    static Ticker answered(JsonValue row, KrakenProduct product) {
        BigDecimal index = row.optionalDecimal("indexPrice");
        Ticker ticker = Ticker.prices(row.optionalDecimal("markPrice"), index, positive(row, "last"))
                .withOpenInterest(row.optionalDecimal("openInterest"), null, null);
        return funded(
                ticker,
                relative(row, "fundingRate", index, product),
                relative(row, "fundingRatePrediction", index, product),
                null);
    }

    /** A new product has rates of 0 for no time at all: it has none yet. */
    private static Ticker funded(
            Ticker ticker, @Nullable BigDecimal rate, @Nullable BigDecimal predicted, @Nullable Long due) {
        return rate == null || (rate.signum() == 0 && due == null)
                ? ticker
                : ticker.withFunding(rate, BigDecimal.ONE, due).withPredicted(predicted);
    }

    private static @Nullable BigDecimal relative(
            JsonValue row, String name, @Nullable BigDecimal index, KrakenProduct product) {
        BigDecimal amount = row.optionalDecimal(name);
        if (amount == null || index == null || index.signum() <= 0) {
            return null;
        }
        return product.inverse() ? Decimals.derived(amount.multiply(index)) : Decimals.divide(amount, index);
    }

    private static @Nullable Long due(JsonValue message) {
        Long time = message.optionalMillis("next_funding_rate_time");
        return time == null || time == 0 ? null : time;
    }

    /** Null where it is absent or the 0 that stands for nothing. */
    static @Nullable BigDecimal positive(JsonValue row, String name) {
        BigDecimal value = row.optionalDecimal(name);
        return value == null || value.signum() <= 0 ? null : value;
    }
}
