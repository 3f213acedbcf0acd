package io.tapeline.venue.bybit;

import io.tapeline.model.event.Side;

/** What sides mean, which differs between trades and liquidations. */
final class BybitSides {
    private BybitSides() {}

    /** The side of a trade is the taker's. */
    static Side taker(String side) {
        return switch (side) {
            case "Buy" -> Side.BUY;
            case "Sell" -> Side.SELL;
            default -> Side.UNKNOWN;
        };
    }

    /** The side of a liquidation is the position's; it is closed by the opposite. */
    static Side closing(String position) {
        return switch (position) {
            case "Buy" -> Side.SELL;
            case "Sell" -> Side.BUY;
            default -> Side.UNKNOWN;
        };
    }
}
