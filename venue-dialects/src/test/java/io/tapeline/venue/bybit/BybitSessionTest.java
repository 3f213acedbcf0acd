package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

class BybitSessionTest extends VenueSessionCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start(
                "bybit-linear", (rest, ws) -> new BybitLinearVenue(BybitSettings.of(rest, "", ws)), false);
    }

    @Override
    protected String refusedStream() {
        return "publicTrade.BTCUSDT";
    }

    /** A gap is filled from the newest trades, from two seconds before it. */
    @Override
    protected boolean repeatsAfterARestart() {
        return true;
    }

    /** There is no 418, and a 403 means silence of ten minutes. */
    @Override
    protected List<Integer> tooManyRequests() {
        return List.of(429);
    }
}
