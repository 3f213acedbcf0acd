package io.tapeline.emulator.coinbase;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.TradePrint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Parts of messages and answers. */
final class CoinbaseText {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private CoinbaseText() {}

    static String time(long millis) {
        return MICROS.format(Instant.ofEpochMilli(millis));
    }

    /** Numbers of trades come without trailing zeros, those of books with them. */
    static String trimmed(Grid grid, long count) {
        return grid.exact(count).stripTrailingZeros().toPlainString();
    }

    /** The side is that of the resting order. */
    static String maker(TradePrint trade) {
        return trade.buyerMaker() ? "buy" : "sell";
    }

    static String taker(TradePrint trade) {
        return trade.buyerMaker() ? "sell" : "buy";
    }

    /** Counts everything that happens at a product, trades among it. */
    static long sequence(long tradeId) {
        return 3 * tradeId;
    }

    /** An order that took part in a trade. */
    static String order(TradePrint trade, String part) {
        return UUID.nameUUIDFromBytes((part + trade.id()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    static String complaint(String message) {
        return Json.object().text("message", message).end();
    }

    static String error(String message, String reason) {
        return Json.object()
                .text("type", "error")
                .text("message", message)
                .raw("reason", Json.escaped(reason))
                .end();
    }
}
