package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prices, open interest and funding of a product at the moment of the answer, which has no time. There is no mark price: the
 * index price and the last one are all that is published. {@code perpetual_details} inside of the details is empty.
 */
final class CoinbaseStates {
    /** {@code 3600s}. */
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})s");

    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3_600);

    private CoinbaseStates() {}

    static List<Decoded> read(JsonValue product, InstrumentId id, long received) {
        JsonValue details = product.get("future_product_details");
        List<Decoded> decoded = new ArrayList<>();
        decoded.add(new Decoded.TickerChange(
                Header.received(id, received),
                true,
                Ticker.prices(null, details.optionalDecimal("index_price"), product.optionalDecimal("price"))
                        .withOpenInterest(details.optionalDecimal("open_interest"), null, null)));
        if (details.has("funding_rate") && details.has("funding_time")) {
            decoded.add(new Decoded.Event(funding(details, id, received)));
        }
        return decoded;
    }

    /** {@code funding_time} has been the last full hour in what was seen: the rate was settled then. */
    private static FundingRate funding(JsonValue details, InstrumentId id, long received) {
        long time = details.iso("funding_time");
        boolean settled = time <= received;
        return new FundingRate(
                settled ? Header.venue(id, time, received) : Header.received(id, received),
                details.decimal("funding_rate"),
                settled ? FundingStatus.SETTLED : FundingStatus.ESTIMATED,
                hours(details.optionalText("funding_interval")),
                null,
                null,
                settled ? null : (Long) time,
                Map.of());
    }

    private static @Nullable BigDecimal hours(@Nullable String interval) {
        if (interval == null) {
            return null;
        }
        Matcher seconds = SECONDS.matcher(interval);
        if (!seconds.matches()) {
            throw new BadMember("funding_interval", "expected seconds such as 3600s, got '" + interval + "'");
        }
        return Decimals.divide(new BigDecimal(seconds.group(1)), SECONDS_OF_AN_HOUR);
    }
}
