package io.tapeline.venue.deribit;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

class DeribitSessionTest extends VenueSessionCompatibilityKit {

    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start("deribit", DeribitSessionTest::adapter, true);
    }

    static Venue adapter(String rest, String ws) {
        return new DeribitVenue(
                DeribitSettings.of(rest, rest + "/history", List.of(ws), new DeribitSettings.Credentials("", "")));
    }

    @Override
    protected String refusedStream() {
        return "trades.BTC-PERPETUAL.100ms";
    }

    /** It has no ban. */
    @Override
    protected List<Integer> tooManyRequests() {
        return List.of(429);
    }
}
