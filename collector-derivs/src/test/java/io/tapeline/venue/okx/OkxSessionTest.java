package io.tapeline.venue.okx;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

class OkxSessionTest extends VenueSessionCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start("okx", (rest, ws) -> new OkxVenue(OkxSettings.of(rest, ws)), true);
    }

    @Override
    protected String refusedStream() {
        return "trades-all:BTC-USDT";
    }

    /** The venue bans nobody. */
    @Override
    protected List<Integer> tooManyRequests() {
        return List.of(429);
    }
}
