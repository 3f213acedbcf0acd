package io.tapeline.venue.kraken;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.instrument.Instrument;
import java.util.List;

/** Instruments as the listing of the payloads has them. */
final class KrakenInstruments {
    private KrakenInstruments() {}

    static List<Instrument> all() {
        return listed(KrakenPayloads.LISTING);
    }

    static Instrument of(String symbol) {
        return all().stream().filter(i -> i.symbol().equals(symbol)).findAny().orElseThrow();
    }

    /** Finds those of the listing. */
    static InstrumentLookup lookup() {
        List<Instrument> all = all();
        return symbol ->
                all.stream().filter(i -> i.symbol().equals(symbol)).findAny().orElse(null);
    }

    static List<Instrument> listed(VenuePayload payload) {
        Venue venue = new KrakenVenue(KrakenSettings.defaults());
        return venue.decoder().decode(payload.frame(venue.feed()), InstrumentLookup.NONE).stream()
                .filter(Decoded.Listed.class::isInstance)
                .map(decoded -> ((Decoded.Listed) decoded).instrument())
                .toList();
    }
}
