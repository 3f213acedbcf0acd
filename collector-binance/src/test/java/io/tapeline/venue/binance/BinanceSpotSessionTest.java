package io.tapeline.venue.binance;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;

class BinanceSpotSessionTest extends VenueSessionCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return BinanceHosts.spot();
    }

    @Override
    protected String refusedStream() {
        return "btcusdt@aggTrade";
    }
}
