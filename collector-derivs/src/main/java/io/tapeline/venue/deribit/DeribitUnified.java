package io.tapeline.venue.deribit;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.instrument.Market;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instruments in ccxt's spelling: {@code BTC/USDC}, {@code BTC/USD:BTC}, {@code BTC/USD:BTC-261225-100000-C}. */
final class DeribitUnified {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private DeribitUnified() {}

    /**
     * @param row of the listing; its {@code counter_currency} is what the strike and the index are in, also where the
     *     price is in coins
     * @param expiry epoch microseconds
     */
    static String symbol(Market market, JsonValue row, @Nullable String settle, @Nullable Long expiry) {
        String pair = row.text("base_currency") + "/" + row.textOr("counter_currency", row.text("quote_currency"));
        if (settle == null) {
            return pair;
        } else if (expiry == null) {
            return pair + ":" + settle;
        }
        String dated = pair + ":" + settle + "-" + DAY.format(Instant.ofEpochMilli(expiry / 1_000));
        return market == Market.OPTION ? dated + "-" + strike(row) : dated;
    }

    private static String strike(JsonValue row) {
        String type = row.textOr("option_type", "");
        return Decimals.canonical(row.decimal("strike"))
                + (type.isEmpty() ? "" : "-" + type.substring(0, 1).toUpperCase(Locale.ROOT));
    }
}
