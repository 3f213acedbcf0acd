package io.tapeline.emulator;

import io.tapeline.emulator.market.MarketRates;
import java.util.List;

/**
 * What the markets are like where nobody asked for a lively one.
 *
 * @param assets base assets
 * @param market rates and depths
 */
public record QuietMarkets(List<String> assets, MarketRates market) {
    public QuietMarkets {
        assets = List.copyOf(assets);
    }

    /** Three assets, a trade every two seconds. */
    public static QuietMarkets defaults() {
        return new QuietMarkets(List.of("BTC", "ETH", "SOL"), MarketRates.quiet());
    }
}
