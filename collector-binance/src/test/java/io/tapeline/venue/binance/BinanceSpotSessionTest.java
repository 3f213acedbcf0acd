package io.tapeline.venue.binance;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;

class BinanceSpotSessionTest extends VenueSessionCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return EmulatedBinance.spot();
    }

    @Override
    protected String refusedStream() {
        return "btcusdt@aggTrade";
    }
}
