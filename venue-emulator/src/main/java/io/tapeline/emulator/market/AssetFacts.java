package io.tapeline.emulator.market;

import java.util.Map;

/**
 * What every venue knows of an asset.
 *
 * @param price near that of late 2026, in USD
 * @param levelUsd typical value of one book level
 * @param largeUsd value that a large trade exceeds
 */
public record AssetFacts(double price, double levelUsd, double largeUsd) {
    private static final Map<String, Double> PRICES = Map.ofEntries(
            Map.entry("BTC", 85_000.0),
            Map.entry("ETH", 3_000.0),
            Map.entry("SOL", 140.0),
            Map.entry("XRP", 2.2),
            Map.entry("ADA", 0.55),
            Map.entry("AAVE", 180.0),
            Map.entry("UNI", 7.5),
            Map.entry("COMP", 42.0),
            Map.entry("CRV", 0.45),
            Map.entry("OP", 0.42),
            Map.entry("ARB", 0.25),
            Map.entry("DOGE", 0.16),
            Map.entry("GALA", 0.011),
            Map.entry("IMX", 0.42));

    /** Those of an asset; one that nobody knows costs 10 USD. */
    public static AssetFacts of(String asset) {
        double price = PRICES.getOrDefault(asset, 10.0);
        return switch (asset) {
            case "BTC" -> new AssetFacts(price, 12_000, 100_000);
            case "ETH" -> new AssetFacts(price, 8_000, 50_000);
            default -> new AssetFacts(price, 3_000, 20_000);
        };
    }
}
