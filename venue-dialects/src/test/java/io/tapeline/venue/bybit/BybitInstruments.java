package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueDecoder;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;

/** Instruments as the venue lists them. */
final class BybitInstruments {
    private static final VenueDecoder DECODER = new BybitLinearVenue(BybitSettings.defaults()).decoder();

    private BybitInstruments() {}

    static Instrument perpetual() {
        return listed(BybitPayloads.PERPETUAL).getFirst();
    }

    static Instrument future() {
        return listed(BybitPayloads.FUTURE).getFirst();
    }

    /** More than one control message can name. */
    static List<Instrument> many() {
        List<Instrument> instruments = new ArrayList<>(List.of(perpetual(), future()));
        for (int i = 0; i < 10; i++) {
            instruments.addAll(listed(BybitPayloads.PERPETUAL.replace("BTC", "A" + i)));
        }
        return instruments;
    }

    static List<Instrument> listed(String row) {
        return decoded(row, InstrumentLookup.NONE).stream()
                .filter(Decoded.Listed.class::isInstance)
                .map(one -> ((Decoded.Listed) one).instrument())
                .toList();
    }

    static List<Decoded> decoded(String row, InstrumentLookup instruments) {
        VenuePayload listing = BybitPayloads.listing("[" + row + "]", "");
        return DECODER.decode(listing.frame("bybit"), instruments);
    }
}
