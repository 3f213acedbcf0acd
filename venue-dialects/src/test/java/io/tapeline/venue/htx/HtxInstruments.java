package io.tapeline.venue.htx;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.instrument.Instrument;
import java.util.List;

/** Instruments as the listing of the payloads has them. */
final class HtxInstruments {
    private HtxInstruments() {}

    static List<Instrument> all() {
        return listed(new HtxSwapVenue(HtxSettings.defaults()), HtxSwapPayloads.LISTING);
    }

    static List<Instrument> live() {
        return all().stream().filter(Instrument::live).toList();
    }

    static Instrument of(String symbol) {
        return all().stream().filter(i -> i.symbol().equals(symbol)).findAny().orElseThrow();
    }

    static List<Instrument> listed(Venue venue, String answer) {
        VenuePayload payload =
                HtxSwapPayloads.rest("/linear-swap-api/v1/swap_contract_info", "business_type=all", answer);
        return venue.decoder().decode(payload.frame(venue.feed()), InstrumentLookup.NONE).stream()
                .filter(Decoded.Listed.class::isInstance)
                .map(decoded -> ((Decoded.Listed) decoded).instrument())
                .toList();
    }
}
