package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.identity.EventIdentity;
import io.tapeline.model.instrument.InstrumentId;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

/** Trades, which are the same on the socket and over REST. The side is that of the resting order: a taker did the opposite. */
final class CoinbaseTrades {
    /** A time that old is none: the venue has been seen to say the year 1. */
    private static final String NO_TIME = "0001-";

    private CoinbaseTrades() {}

    /**
     * What trades are sorted by.
     *
     * @param number the id, or 0 where it is no number
     */
    record Order(long time, long number) implements Comparable<Order> {
        static final Order FIRST = new Order(0, 0);

        static Order of(Trade trade) {
            String id = Objects.requireNonNullElse(trade.tradeId(), "");
            return new Order(trade.header().timestamp(), EventIdentity.isPlainNumber(id) ? Long.parseLong(id) : 0);
        }

        @Override
        public int compareTo(Order other) {
            return Comparator.comparingLong(Order::time)
                    .thenComparingLong(Order::number)
                    .compare(this, other);
        }
    }

    static Trade read(JsonValue row, InstrumentId id, long received) {
        return new Trade(
                row.text("time").startsWith(NO_TIME)
                        ? Header.received(id, received)
                        : Header.venue(id, row.iso("time"), received),
                row.text("trade_id"),
                taker(row.text("side")),
                row.decimal("price"),
                row.decimal("size"),
                SizeUnit.CONTRACTS,
                null,
                null,
                null,
                false,
                Map.of());
    }

    private static Side taker(String maker) {
        return switch (maker) {
            case "BUY" -> Side.SELL;
            case "SELL" -> Side.BUY;
            default -> Side.UNKNOWN;
        };
    }

    static Trade withOrigin(Trade trade, Origin origin) {
        return new Trade(
                trade.header().withOrigin(origin),
                trade.tradeId(),
                trade.side(),
                trade.price(),
                trade.size(),
                trade.sizeUnit(),
                trade.baseSize(),
                trade.valueUsd(),
                trade.sequence(),
                trade.isLiquidation(),
                trade.metadata());
    }
}
