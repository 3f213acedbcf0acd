package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.SizeUnit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Best prices as a trade left them. Until 2022 they came without sizes. */
final class CoinbaseQuotes {
    private CoinbaseQuotes() {}

    static Quote read(JsonValue message, long received) {
        BigDecimal bid = price(message, "best_bid");
        BigDecimal ask = price(message, "best_ask");
        return new Quote(
                CoinbaseHeaders.read(message, message.text("product_id"), received),
                bid,
                bid == null ? null : message.optionalDecimal("best_bid_size"),
                ask,
                ask == null ? null : message.optionalDecimal("best_ask_size"),
                SizeUnit.BASE,
                message.optionalInteger("sequence"));
    }

    /** A side that is empty has the price 0. */
    private static @Nullable BigDecimal price(JsonValue message, String member) {
        BigDecimal price = message.optionalDecimal(member);
        return price == null || price.signum() == 0 ? null : price;
    }
}
