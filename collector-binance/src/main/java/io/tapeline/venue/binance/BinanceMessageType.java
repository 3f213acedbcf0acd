package io.tapeline.venue.binance;

import static io.tapeline.venue.binance.BinanceNames.BIDS;

/** What a message is about. */
enum BinanceMessageType {
    DEPTH,
    QUOTE,
    TRADE,
    CANDLE,
    MARK_PRICE,
    LIQUIDATION,
    TOP_LEVELS,
    SHUTDOWN,
    OTHER;

    static BinanceMessageType of(BinanceMembers m) {
        if (m.is('e', "bookTicker")) {
            return QUOTE;
        } else if (m.is('e', "depthUpdate")) {
            return DEPTH;
        } else if (m.is('e', "aggTrade")) {
            return TRADE;
        } else if (m.is('e', "kline")) {
            return CANDLE;
        } else if (m.is('e', "markPriceUpdate")) {
            return MARK_PRICE;
        } else if (m.is('e', "forceOrder")) {
            return LIQUIDATION;
        } else if (m.is('e', "serverShutdown")) {
            return SHUTDOWN;
        }
        return m.has('e') ? OTHER : untyped(m);
    }

    /** Spot best prices and partial depth carry no {@code e}. */
    private static BinanceMessageType untyped(BinanceMembers m) {
        if (m.has('u') && m.has('B')) {
            return QUOTE;
        }
        return m.hasLevels(BIDS) ? TOP_LEVELS : OTHER;
    }
}
