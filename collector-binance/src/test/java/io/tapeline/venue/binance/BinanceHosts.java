package io.tapeline.venue.binance;

import io.tapeline.collector.venue.EmulatedFeed.Trade;
import io.tapeline.collector.venue.Venue;
import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.market.MarketRates;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The emulated hosts of Binance, of which each adapter is told both. */
final class BinanceHosts {
    private static final String SPOT = "binance-spot";
    private static final String FUTURES = "binance-usdm";
    private static final MarketRates RATES = new MarketRates(10, 20, 60, 0.02, 200, 200_000, 40);

    private BinanceHosts() {}

    static EmulatedHost spot() {
        return start(SPOT, BinanceSpotVenue::new, true);
    }

    static EmulatedHost futures() {
        return start(FUTURES, BinanceFuturesVenue::new, false);
    }

    private static EmulatedHost start(
            String prefix, Function<BinanceSettings, Venue> adapter, boolean announcesItsEnd) {
        Emulator emulator = EmulatedHost.emulator(RATES, SPOT, FUTURES);
        return new EmulatedHost(
                emulator, prefix, adapter.apply(settings(emulator)), announcesItsEnd, BinanceHosts::trade);
    }

    static BinanceSettings settings(Emulator emulator) {
        return BinanceSettings.of(
                emulator.baseUri(SPOT).toString(),
                emulator.wsUri(SPOT).toString(),
                emulator.baseUri(FUTURES).toString(),
                emulator.wsUri(FUTURES).toString());
    }

    private static Trade trade(JsonNode row, long time) {
        return new Trade(
                row.get("a").asString(),
                row.get("m").asBoolean() ? "sell" : "buy",
                row.get("p").asString(),
                row.get("q").asString(),
                time);
    }
}
