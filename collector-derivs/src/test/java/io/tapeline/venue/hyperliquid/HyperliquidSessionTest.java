package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.time.Duration;
import java.util.List;

class HyperliquidSessionTest extends VenueSessionCompatibilityKit {
    /** With fast books, so that nobody waits five seconds for the next. */
    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start("hyperliquid", HyperliquidSessionTest::venue, false);
    }

    private static HyperliquidVenue venue(String rest, String ws) {
        return new HyperliquidVenue(new HyperliquidSettings(
                rest, ws + "/ws", true, true, List.of("1m"), Duration.ofMinutes(10), Duration.ofMinutes(1)));
    }

    @Override
    protected String refusedStream() {
        return "trades BTC";
    }

    /** Every message is a whole book: what is lost is made up for by the next. */
    @Override
    protected boolean noticesLostBookChanges() {
        return false;
    }

    @Override
    protected List<Integer> tooManyRequests() {
        return List.of(429);
    }
}
