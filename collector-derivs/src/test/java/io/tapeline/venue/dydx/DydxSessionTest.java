package io.tapeline.venue.dydx;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

class DydxSessionTest extends VenueSessionCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start(
                "dydx", (rest, ws) -> new DydxVenue(DydxSettings.of(rest + "/v4", ws + "/v4/ws")), false);
    }

    @Override
    protected String refusedStream() {
        return "v4_trades:BTC-USD";
    }

    /** Frames are numbered over all channels of a connection. */
    @Override
    protected boolean tellsWhoseFrameIsLost() {
        return false;
    }

    @Override
    protected boolean sharesBookSequences() {
        return false;
    }

    /** Books bear no time. */
    @Override
    protected boolean datesBooks() {
        return false;
    }

    /** The venue bans nobody. */
    @Override
    protected List<Integer> tooManyRequests() {
        return List.of(429);
    }
}
