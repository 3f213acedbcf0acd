package io.tapeline.venue.polymarket;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import java.util.List;

/** The tokens of one window as the venue lists them. */
final class PolymarketInstruments {
    private PolymarketInstruments() {}

    static List<Instrument> some() {
        return new PolymarketVenue(PolymarketSettings.defaults())
                        .decoder()
                        .decode(
                                PolymarketPayloads.events(PolymarketPayloads.open())
                                        .frame("polymarket"),
                                InstrumentLookup.NONE)
                        .stream()
                        .map(one -> ((Decoded.Listed) one).instrument())
                        .toList();
    }

    static InstrumentLookup lookup() {
        List<Instrument> known = some();
        return symbol -> known.stream()
                .filter(each -> each.symbol().equals(symbol))
                .findFirst()
                .orElse(null);
    }
}
