package io.tapeline.venue.binance;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;

class BinanceFuturesSessionTest extends VenueSessionCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return BinanceHosts.futures();
    }

    @Override
    protected String refusedStream() {
        return "btcusdt@aggTrade";
    }
}
