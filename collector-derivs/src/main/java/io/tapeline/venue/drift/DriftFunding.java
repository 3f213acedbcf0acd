package io.tapeline.venue.drift;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.BorrowRate;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Settled funding and the cost of loans. A record of funding is quote for one base unit and hour, so the rate is that over
 * the oracle's average price; in decimals, or in the older form as integers of 1e-9 and 1e-6. Positive: longs pay. Both
 * sides are kept: a side is paid less when the pool of fees runs out.
 */
final class DriftFunding {
    private static final int RATE_DIGITS = 9;
    private static final int PRICE_DIGITS = 6;
    private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(365);
    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    private DriftFunding() {}

    static List<Decoded> records(JsonValue rows, String symbol, long received) {
        return JsonDecoder.rows(rows.elements(), row -> record(row, symbol, received, 0, 0));
    }

    /** The older form. */
    static List<Decoded> integers(JsonValue rows, String symbol, long received) {
        return JsonDecoder.rows(rows.elements(), row -> record(row, symbol, received, RATE_DIGITS, PRICE_DIGITS));
    }

    private static List<Decoded> record(JsonValue row, String symbol, long received, int rateDigits, int priceDigits) {
        BigDecimal price = row.decimal("oraclePriceTwap").movePointLeft(priceDigits);
        if (price.signum() <= 0) {
            throw new BadMember("oraclePriceTwap", "expected a price over zero, got '" + price.toPlainString() + "'");
        }
        String longs = row.has("fundingRateLong") ? "fundingRateLong" : "fundingRate";
        String shorts = row.has("fundingRateShort") ? "fundingRateShort" : "fundingRate";
        BigDecimal ofLongs = Decimals.divide(row.decimal(longs).movePointLeft(rateDigits), price);
        BigDecimal ofShorts = Decimals.divide(row.decimal(shorts).movePointLeft(rateDigits), price);
        Header header = Header.venue(DriftMarkets.of(symbol), row.seconds("ts"), received);
        return List.of(new Decoded.Event(new FundingRate(
                header,
                ofLongs,
                FundingStatus.SETTLED,
                BigDecimal.ONE,
                null,
                null,
                null,
                Map.of(
                        "rate_long", ofLongs,
                        "rate_short", ofShorts,
                        "quote_per_base", row.decimal(longs).movePointLeft(rateDigits)))));
    }

    /** The newest of {@code [[seconds, rate a year], ...]} as the cost of a loan. */
    static List<Decoded> newestLoan(List<JsonValue> rows, String symbol, boolean percent, long received) {
        JsonValue newest = null;
        for (JsonValue row : rows) {
            newest =
                    newest == null || row.at(0).decimal().compareTo(newest.at(0).decimal()) > 0 ? row : newest;
        }
        if (newest == null) {
            return List.of();
        }
        BigDecimal rate = newest.at(1).decimal();
        BigDecimal fraction = percent ? rate.movePointLeft(2) : rate;
        long time = EpochTime.byMagnitude("rateHistory", newest.at(0).decimal().longValue());
        return List.of(new Decoded.Event(new BorrowRate(
                Header.venue(DriftMarkets.of(symbol), time, received),
                "loan",
                Decimals.divide(fraction.multiply(BPS), DAYS_A_YEAR))));
    }
}
