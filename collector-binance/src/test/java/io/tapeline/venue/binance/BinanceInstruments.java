package io.tapeline.venue.binance;

import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Instruments to subscribe to in tests. */
final class BinanceInstruments {
    private BinanceInstruments() {}

    /** More than one control message can name, one of them outside ASCII. */
    static List<Instrument> spot() {
        List<Instrument> instruments = new ArrayList<>();
        instruments.add(instrument(Market.SPOT, "BTC", "BTCUSDT", null));
        instruments.add(instrument(Market.SPOT, "币安人生", "币安人生USDT", null));
        for (int i = 0; i < 60; i++) {
            instruments.add(instrument(Market.SPOT, "A" + i, "A" + i + "USDT", null));
        }
        return instruments;
    }

    static List<Instrument> futures() {
        List<Instrument> instruments = new ArrayList<>();
        instruments.add(instrument(Market.PERPETUAL, "BTC", "BTCUSDT", null));
        instruments.add(instrument(Market.FUTURE, "BTC", "BTCUSDT_260925", 1_790_323_200_000_000L));
        for (int i = 0; i < 60; i++) {
            instruments.add(instrument(Market.PERPETUAL, "A" + i, "A" + i + "USDT", null));
        }
        return instruments;
    }

    static Instrument instrument(Market market, String base, String symbol, Long expiry) {
        boolean spot = market == Market.SPOT;
        return new Instrument(
                new InstrumentId("binance", market, symbol),
                base,
                "USDT",
                spot ? null : "USDT",
                base + "/USDT" + (spot ? "" : ":USDT"),
                null,
                spot ? null : ContractType.LINEAR,
                new BigDecimal("0.01"),
                new BigDecimal("0.001"),
                expiry,
                null,
                null,
                Sector.of(base),
                BigDecimal.TEN,
                BigDecimal.TEN,
                null,
                null);
    }
}
