package io.tapeline.venue.upbit;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import java.util.Map;

/** Trades. */
final class UpbitTrades {
    private UpbitTrades() {}

    /**
     * {@code ask_bid} is the side of the taker; {@code sequential_id} is unique within a market and has no order; the time is
     * that of the match. A subscription begins with the last trade before it.
     */
    static Decoded trade(UpbitRow row, long received) {
        boolean matched = row.has(UpbitField.TRADE_TIMESTAMP);
        long time = row.time(matched ? UpbitField.TRADE_TIMESTAMP : UpbitField.TIMESTAMP);
        Header header = Header.venue(row.instrument(), time, received);
        Long id = row.optionalInteger(UpbitField.SEQUENTIAL_ID);
        return new Decoded.Event(new Trade(
                row.isSnapshot() ? header.withOrigin(Origin.BACKFILL) : header,
                id == null ? null : id.toString(),
                side(row.text(UpbitField.ASK_BID)),
                row.decimal(UpbitField.TRADE_PRICE),
                row.decimal(UpbitField.TRADE_VOLUME),
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of()));
    }

    private static Side side(String taker) {
        return switch (taker) {
            case "BID" -> Side.BUY;
            case "ASK" -> Side.SELL;
            default -> Side.UNKNOWN;
        };
    }
}
