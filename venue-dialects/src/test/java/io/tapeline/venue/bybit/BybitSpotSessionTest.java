package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

class BybitSpotSessionTest extends VenueSessionCompatibilityKit {
    /** So that the 60 trades that repair a gap are those of half a minute. */
    private static final double TRADES_PER_SECOND = 2;

    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start(
                "bybit-spot",
                (rest, ws) -> new BybitSpotVenue(BybitSpotSettings.of(rest, "", ws)),
                false,
                TRADES_PER_SECOND);
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
