package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.BorrowRate;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Funding and borrowing in one form, whatever an API makes of them. Funding is per hour and accrues continuously; the
 * two sides differ, since what the payers pay is divided among the receivers: the rate is that of the longs, both are in
 * the metadata, positive where longs pay and shorts receive. Borrowing is basis points a day, a cost of either side.
 *
 * @param ofLongs from the member of the longs, unscaled, to a fraction per hour, positive where longs pay
 * @param ofShorts from that of the shorts to the same
 * @param borrowing from a factor to basis points a day
 */
record GmxRates(
        UnaryOperator<BigDecimal> ofLongs, UnaryOperator<BigDecimal> ofShorts, UnaryOperator<BigDecimal> borrowing) {
    private static final BigDecimal HOURS_A_YEAR = BigDecimal.valueOf(8_760);
    private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(365);
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);
    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    /** {@code /markets/info} of the keepers: per year, positive where that side pays. */
    static final GmxRates YEARLY = new GmxRates(
            rate -> divided(rate, HOURS_A_YEAR),
            rate -> divided(rate.negate(), HOURS_A_YEAR),
            rate -> divided(rate.multiply(BPS), DAYS_A_YEAR));

    /** {@code /v1/markets/tickers}: per hour, negative where that side pays. */
    static final GmxRates HOURLY = new GmxRates(
            BigDecimal::negate, rate -> rate, rate -> rate.multiply(HOURS_A_DAY).multiply(BPS));

    /** Snapshots: per second, negative where that side pays. */
    static final GmxRates OF_A_SECOND = new GmxRates(
            rate -> rate.negate().multiply(SECONDS_AN_HOUR),
            rate -> rate.multiply(SECONDS_AN_HOUR),
            rate -> rate.multiply(SECONDS_A_DAY).multiply(BPS));

    private static BigDecimal divided(BigDecimal value, BigDecimal by) {
        return Decimals.divide(value, by);
    }

    /** The rate of the longs with both in its metadata; none where the row has none for them. */
    List<Decoded> funding(JsonValue row, Header header, FundingStatus status, String longs, String shorts) {
        BigDecimal rateLong = read(row, longs, ofLongs);
        if (rateLong == null) {
            return List.of();
        }
        Map<String, Object> sides = new LinkedHashMap<>();
        sides.put("rate_long", rateLong);
        BigDecimal rateShort = read(row, shorts, ofShorts);
        if (rateShort != null) {
            sides.put("rate_short", rateShort);
        }
        return List.of(
                new Decoded.Event(new FundingRate(header, rateLong, status, BigDecimal.ONE, null, null, null, sides)));
    }

    /** The cost of each side that the row tells. */
    List<Decoded> borrowing(JsonValue row, Header header) {
        List<Decoded> costs = new ArrayList<>(2);
        BigDecimal longs = read(row, "borrowingRateLong", borrowing);
        if (longs != null) {
            costs.add(new Decoded.Event(new BorrowRate(header, "long", longs)));
        }
        BigDecimal shorts = read(row, "borrowingRateShort", borrowing);
        if (shorts != null) {
            costs.add(new Decoded.Event(new BorrowRate(header, "short", shorts)));
        }
        return costs;
    }

    private static @Nullable BigDecimal read(JsonValue row, String member, UnaryOperator<BigDecimal> meaning) {
        BigDecimal value = GmxScale.usd(row, member);
        return value == null ? null : GmxScale.plain(meaning.apply(value));
    }
}
