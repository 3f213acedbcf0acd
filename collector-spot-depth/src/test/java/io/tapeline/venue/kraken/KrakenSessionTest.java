package io.tapeline.venue.kraken;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

/** With books of ten levels every change counts for the checksum, and levels are pushed out all the time. */
class KrakenSessionTest extends VenueSessionCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start(
                "kraken",
                (rest, ws) -> new KrakenVenue(new KrakenSettings(rest, ws + "/v2", 10, List.of("1m"))),
                false);
    }

    @Override
    protected String refusedStream() {
        return "trade:BTC/USD";
    }

    /** Books have no numbers, and several of their messages may have one time. */
    @Override
    protected boolean sharesBookSequences() {
        return false;
    }

    @Override
    protected boolean datesBooks() {
        return false;
    }

    @Override
    protected List<Integer> tooManyRequests() {
        return List.of(429);
    }
}
