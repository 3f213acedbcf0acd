package io.tapeline.venue.dydx;

import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;

/** Names of dYdX: channels, streams, instruments. */
final class DydxNames {
    static final String FEED = "dydx";
    static final String EXCHANGE = "dydx";

    static final String TRADES = "v4_trades";
    static final String BOOK = "v4_orderbook";
    static final String CANDLES = "v4_candles";
    static final String MARKETS = "v4_markets";

    private DydxNames() {}

    static InstrumentId instrument(String ticker) {
        return new InstrumentId(EXCHANGE, Market.PERPETUAL, ticker);
    }

    /** What an answer to a subscription is matched by: channel and id, the channel alone where it has no ids. */
    static String stream(String channel, String id) {
        return id.isEmpty() ? channel : channel + ":" + id;
    }
}
