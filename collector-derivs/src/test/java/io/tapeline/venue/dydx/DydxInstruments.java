package io.tapeline.venue.dydx;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.instrument.Instrument;
import java.util.List;

/** Instruments as the venue lists them. */
final class DydxInstruments {
    private DydxInstruments() {}

    static List<Instrument> some() {
        return List.of(listed("BTC-USD"), listed("ETH-USD"), listed("FARTCOIN,RAYDIUM,9BB6-USD"));
    }

    static Instrument listed(String ticker) {
        return listed(ticker, "ACTIVE");
    }

    static Instrument listed(String ticker, String status) {
        String text = "{\"markets\":{\"" + ticker + "\":{\"clobPairId\":\"0\",\"ticker\":\"" + ticker
                + "\",\"status\":\"" + status + "\",\"tickSize\":\"1\",\"stepSize\":\"0.0001\"}}}";
        VenuePayload listing = DydxPayloads.rest("/v4/perpetualMarkets", "/perpetualMarkets", text);
        RawFrame frame = listing.frame("dydx");
        return new DydxVenue(DydxSettings.defaults())
                .decoder().decode(frame, InstrumentLookup.NONE).stream()
                        .map(one -> ((Decoded.Listed) one).instrument())
                        .findFirst()
                        .orElseThrow();
    }
}
