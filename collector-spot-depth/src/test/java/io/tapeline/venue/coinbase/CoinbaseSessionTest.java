package io.tapeline.venue.coinbase;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

class CoinbaseSessionTest extends VenueSessionCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start(
                "coinbase",
                (rest, ws) -> new CoinbaseVenue(
                        new CoinbaseSettings(
                                rest, ws, CoinbaseSettings.Credentials.NONE, List.of("1m"), Duration.ofSeconds(2)),
                        Clock.systemUTC()),
                false);
    }

    @Override
    protected String refusedStream() {
        return "matches:BTC-USD";
    }

    /** Changes have no numbers: a book that lost one is right again when it is subscribed anew. */
    @Override
    protected boolean noticesLostBookChanges() {
        return false;
    }

    @Override
    protected boolean sharesBookSequences() {
        return false;
    }

    /** A book that lost a change bears the same time as the whole one until it is subscribed anew. */
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
