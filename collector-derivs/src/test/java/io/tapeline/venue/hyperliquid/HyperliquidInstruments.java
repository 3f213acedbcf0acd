package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import java.util.List;

/** Instruments as the venue lists them. */
final class HyperliquidInstruments {
    static final String BUILDERS = """
            {"universe":[{"szDecimals":3,"name":"hyna:BTC","maxLeverage":10,"growthMode":"enabled"},\
            {"szDecimals":3,"name":"hyna:TSLA","maxLeverage":10}],"marginTables":[],"collateralToken":235}""";

    private HyperliquidInstruments() {}

    static List<Instrument> of(String question, String text) {
        return new HyperliquidVenue(HyperliquidSettings.defaults())
                        .decoder()
                        .decode(
                                HyperliquidPayloads.info(question, question, text)
                                        .frame("hyperliquid"),
                                InstrumentLookup.NONE)
                        .stream()
                        .filter(Decoded.Listed.class::isInstance)
                        .map(one -> ((Decoded.Listed) one).instrument())
                        .toList();
    }

    static Instrument named(String coin) {
        return List.of(
                        of("meta", HyperliquidPayloads.META),
                        of("meta", BUILDERS),
                        of("spotMeta", HyperliquidPayloads.SPOT))
                .stream()
                .flatMap(List::stream)
                .filter(instrument -> instrument.symbol().equals(coin))
                .findFirst()
                .orElseThrow();
    }

    static List<Instrument> some() {
        return List.of(named("BTC"), named("kPEPE"), named("hyna:BTC"), named("@142"));
    }
}
