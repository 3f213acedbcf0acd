package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import java.util.Map;

/**
 * Trades, of the socket and over REST. The side is that of the resting order: the taker did the opposite. {@code last_match},
 * with which a subscription begins, is the trade before it: it continues the ids of a connection before, or shows what they
 * miss.
 */
final class CoinbaseTrades {
    private CoinbaseTrades() {}

    static Trade read(JsonValue row, String product, long received) {
        return new Trade(
                CoinbaseHeaders.read(row, product, received),
                Long.toString(row.integer("trade_id")),
                taker(row.text("side")),
                row.decimal("price"),
                row.decimal("size"),
                SizeUnit.BASE,
                null,
                null,
                row.optionalInteger("sequence"),
                false,
                Map.of());
    }

    private static Side taker(String maker) {
        return switch (maker) {
            case "buy" -> Side.SELL;
            case "sell" -> Side.BUY;
            default -> Side.UNKNOWN;
        };
    }
}
