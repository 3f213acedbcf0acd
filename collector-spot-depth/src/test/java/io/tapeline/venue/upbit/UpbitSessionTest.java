package io.tapeline.venue.upbit;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

class UpbitSessionTest extends VenueSessionCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start("upbit", (rest, ws) -> new UpbitVenue(UpbitSettings.of(rest, ws)), false);
    }

    @Override
    protected String refusedStream() {
        return "trade:KRW-BTC";
    }

    /** Every message is a whole book: what is lost is made up for by the next. */
    @Override
    protected boolean noticesLostBookChanges() {
        return false;
    }

    /** Nothing is numbered; books are known by their time. */
    @Override
    protected boolean sharesBookSequences() {
        return false;
    }

    /** 429 is over with the second and says no more. */
    @Override
    protected List<Integer> tooManyRequests() {
        return List.of(418);
    }
}
