package io.tapeline.venue.deribit;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.instrument.Instrument;
import java.util.List;

/** Instruments to subscribe to in tests, as the listing tells them. */
final class DeribitInstruments {
    private DeribitInstruments() {}

    /** Those of {@link DeribitPayloads#LISTING} that trade, an index among them. */
    static List<Instrument> all() {
        RawFrame frame = VenuePayload.answer("", DeribitPayloads.LISTING_URL, DeribitPayloads.LISTING)
                .frame("deribit");
        return new DeribitVenue(DeribitSettings.defaults())
                .decoder().decode(frame, InstrumentLookup.NONE).stream()
                        .filter(Decoded.Listed.class::isInstance)
                        .map(listed -> ((Decoded.Listed) listed).instrument())
                        .filter(Instrument::live)
                        .toList();
    }

    static Instrument named(String symbol) {
        return all().stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findAny()
                .orElseThrow();
    }

    static InstrumentLookup lookup() {
        return symbol -> all().stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findAny()
                .orElse(null);
    }
}
