package io.tapeline.venue.drift;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

class DriftSessionTest extends VenueSessionCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start(
                "drift",
                (rest, stream) -> new DriftVenue(
                        DriftSettings.on(List.of(rest), List.of(rest), stream + "/data/ws", stream + "/dlob/ws")),
                false);
    }

    @Override
    protected String refusedStream() {
        return "candle:BTC-PERP:1";
    }

    /** Every message is the whole book. */
    @Override
    protected boolean noticesLostBookChanges() {
        return false;
    }

    /** What is read again reaches back page by page, beyond the gap. */
    @Override
    protected boolean repeatsAfterARestart() {
        return true;
    }

    @Override
    protected List<Integer> tooManyRequests() {
        return List.of(429);
    }
}
