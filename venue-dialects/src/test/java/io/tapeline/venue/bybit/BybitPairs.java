package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;

/** Pairs as the venue lists them. */
final class BybitPairs {
    private BybitPairs() {}

    static Instrument bitcoin() {
        return listed(BybitSpotPayloads.PAIR).getFirst();
    }

    /** More than one control message can name. */
    static List<Instrument> many() {
        List<Instrument> pairs = new ArrayList<>(List.of(bitcoin()));
        for (int i = 0; i < 11; i++) {
            pairs.addAll(listed(BybitSpotPayloads.PAIR.replace("BTC", "A" + i)));
        }
        return pairs;
    }

    static List<Instrument> listed(String row) {
        return decoded(row, InstrumentLookup.NONE).stream()
                .filter(Decoded.Listed.class::isInstance)
                .map(one -> ((Decoded.Listed) one).instrument())
                .toList();
    }

    static List<Decoded> decoded(String row, InstrumentLookup known) {
        return BybitReading.SPOT
                .decoder()
                .decode(BybitSpotPayloads.listing("[" + row + "]").frame("bybit-spot"), known);
    }
}
