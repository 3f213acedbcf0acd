package io.tapeline.venue.polymarket;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;

class PolymarketAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = new PolymarketVenue(PolymarketSettings.defaults());

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return PolymarketPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return PolymarketInstruments.some();
    }

    /** The listing tells which market a token is of. */
    @Override
    protected InstrumentLookup lookup() {
        return PolymarketInstruments.lookup();
    }

    /** There is none. */
    @Override
    protected String acknowledgement() {
        return "NO NEW ASSETS";
    }

    @Override
    protected String rejection() {
        return "{\"error\":\"invalid asset ids\"}";
    }

    @Override
    protected String unknown() {
        return "{\"event_type\":\"market_paused\",\"market\":\"0x1\"}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                PolymarketPayloads.FIRST,
                PolymarketPayloads.SNAPSHOT,
                PolymarketPayloads.FIRST,
                PolymarketPayloads.SECOND,
                PolymarketPayloads.SECOND));
    }

    /** Nothing is numbered. */
    @Override
    protected boolean holesShow() {
        return false;
    }

    /** A stream is a token and brings everything of it. */
    @Override
    protected String channel(VenueStream stream) {
        return "book";
    }

    @Override
    protected int streamsPerMessage() {
        return 100;
    }
}
