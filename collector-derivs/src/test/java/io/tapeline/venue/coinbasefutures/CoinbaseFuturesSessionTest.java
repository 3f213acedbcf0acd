package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

class CoinbaseFuturesSessionTest extends VenueSessionCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start(
                "coinbase-futures",
                (rest, ws) -> new CoinbaseFuturesVenue(CoinbaseFuturesSettings.of(rest + "/api/v3/brokerage", ws)),
                false);
    }

    @Override
    protected String refusedStream() {
        return "market_trades:BIP-20DEC30-CDE";
    }

    /** Frames are counted for a whole connection. */
    @Override
    protected boolean tellsWhoseFrameIsLost() {
        return false;
    }

    @Override
    protected boolean sharesBookSequences() {
        return false;
    }

    /** A gap is filled by whole seconds. */
    @Override
    protected boolean repeatsAfterARestart() {
        return true;
    }

    /** There is no 418. */
    @Override
    protected List<Integer> tooManyRequests() {
        return List.of(429);
    }
}
