package io.tapeline.venue.okx;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Instruments to subscribe to and to reckon with in tests. */
final class OkxInstruments {
    private OkxInstruments() {}

    static final Instrument SPOT = of(Market.SPOT, "BTC-USDT", "USDT", null, null);
    static final Instrument LINEAR = of(Market.PERPETUAL, "BTC-USDT-SWAP", "USDT", "0.01", ContractType.LINEAR);
    static final Instrument INVERSE = of(Market.PERPETUAL, "BTC-USD-SWAP", "USD", "100", ContractType.INVERSE);
    static final Instrument XPERP =
            of(Market.PERPETUAL, "BTC-USD_UM_XPERP-310404", "USD", "0.001", ContractType.LINEAR);
    static final Instrument DATED = of(Market.FUTURE, "BTC-USDT-260925", "USDT", "0.01", ContractType.LINEAR);

    /** Some of every market, more than one connection can carry. */
    static List<Instrument> some() {
        List<Instrument> instruments = new ArrayList<>(List.of(SPOT, LINEAR, INVERSE, XPERP, DATED));
        for (int i = 0; i < 30; i++) {
            instruments.add(of(Market.PERPETUAL, "A" + i + "-USDT-SWAP", "USDT", "1", ContractType.LINEAR));
        }
        return instruments;
    }

    static InstrumentLookup lookup(Instrument... known) {
        return symbol -> List.of(known).stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findAny()
                .orElse(null);
    }

    private static Instrument of(Market market, String symbol, String quote, String size, ContractType type) {
        String base = symbol.substring(0, symbol.indexOf('-'));
        return new Instrument(
                new InstrumentId("okx", market, symbol),
                base,
                quote,
                type == null ? null : type == ContractType.INVERSE ? base : quote,
                null,
                size == null ? null : new BigDecimal(size),
                type,
                new BigDecimal("0.1"),
                new BigDecimal("0.01"),
                null,
                null,
                null,
                Sector.of(base),
                BigDecimal.TWO,
                BigDecimal.valueOf(5),
                null,
                null);
    }
}
