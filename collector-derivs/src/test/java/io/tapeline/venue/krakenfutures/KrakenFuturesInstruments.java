package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.instrument.Instrument;
import java.util.List;

/** Instruments as the listing of the payloads has them. */
final class KrakenFuturesInstruments {
    private KrakenFuturesInstruments() {}

    static List<Instrument> all() {
        return listed(KrakenFuturesPayloads.LISTING);
    }

    static List<Instrument> live() {
        return all().stream().filter(Instrument::live).toList();
    }

    static Instrument of(String symbol) {
        return all().stream().filter(i -> i.symbol().equals(symbol)).findAny().orElseThrow();
    }

    static List<Instrument> listed(String answer) {
        Venue venue = new KrakenFuturesVenue(KrakenFuturesSettings.defaults());
        VenuePayload payload = KrakenFuturesPayloads.rest("/derivatives/api/v3/instruments", "", answer);
        return venue.decoder().decode(payload.frame(venue.feed()), InstrumentLookup.NONE).stream()
                .filter(Decoded.Listed.class::isInstance)
                .map(decoded -> ((Decoded.Listed) decoded).instrument())
                .toList();
    }
}
