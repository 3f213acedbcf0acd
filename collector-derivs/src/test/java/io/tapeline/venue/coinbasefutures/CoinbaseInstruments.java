package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;

/** Instruments as the venue lists them. */
final class CoinbaseInstruments {
    static final Venue VENUE = new CoinbaseFuturesVenue(CoinbaseFuturesSettings.defaults());

    private CoinbaseInstruments() {}

    static Instrument perpetual() {
        return listed(CoinbasePayloads.PERPETUAL).getFirst();
    }

    static Instrument future() {
        return listed(CoinbasePayloads.FUTURE).getFirst();
    }

    /** More than one control message can name. */
    static List<Instrument> many() {
        List<Instrument> instruments = new ArrayList<>(List.of(perpetual(), future()));
        for (int i = 0; i < 60; i++) {
            instruments.addAll(listed(CoinbasePayloads.PERPETUAL.replace("BIP", "P" + i)));
        }
        return instruments;
    }

    static List<Instrument> listed(String product) {
        return decoded(product, InstrumentLookup.NONE).stream()
                .filter(Decoded.Listed.class::isInstance)
                .map(one -> ((Decoded.Listed) one).instrument())
                .toList();
    }

    static List<Decoded> decoded(String product, InstrumentLookup instruments) {
        return VENUE.decoder().decode(CoinbasePayloads.products(product, "").frame("coinbase-futures"), instruments);
    }
}
