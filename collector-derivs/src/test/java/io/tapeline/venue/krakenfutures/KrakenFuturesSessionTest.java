package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

class KrakenFuturesSessionTest extends VenueSessionCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start(
                "kraken-futures",
                (rest, ws) -> new KrakenFuturesVenue(KrakenFuturesSettings.of(rest, ws + "/ws/v1")),
                false);
    }

    @Override
    protected String refusedStream() {
        return "trade:PI_XBTUSD";
    }

    /** The venue bans nobody. */
    @Override
    protected List<Integer> tooManyRequests() {
        return List.of(429);
    }
}
