package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.SymbolSpec;
import java.util.Map;

/** Prices, ticks and lots of the usual assets, near those of late 2026. */
final class Listings {
    /** Decimals that spot prints everything with. */
    private static final int SPOT_DECIMALS = 8;

    private static final Map<String, Asset> ASSETS = Map.ofEntries(
            asset("BTC", 85_000, 2, 5, new Grid(2, 10), new Grid(3, 1)),
            asset("ETH", 3_000, 2, 4, new Grid(2, 1), new Grid(3, 1)),
            asset("SOL", 140, 2, 3, new Grid(4, 100), new Grid(2, 1)),
            asset("XRP", 2.2, 4, 1, new Grid(4, 1), new Grid(1, 1)),
            asset("ADA", 0.55, 4, 1, new Grid(5, 10), new Grid(0, 1)),
            asset("AAVE", 180, 2, 3, new Grid(3, 10), new Grid(1, 1)),
            asset("UNI", 7.5, 3, 2, new Grid(4, 10), new Grid(0, 1)),
            asset("COMP", 42, 2, 3, new Grid(2, 1), new Grid(3, 1)),
            asset("CRV", 0.45, 4, 1, new Grid(4, 1), new Grid(1, 1)),
            asset("OP", 0.42, 4, 2, new Grid(7, 1000), new Grid(1, 1)),
            asset("ARB", 0.25, 4, 1, new Grid(6, 100), new Grid(1, 1)),
            asset("DOGE", 0.16, 5, 0, new Grid(6, 10), new Grid(0, 1)),
            asset("GALA", 0.011, 5, 0, new Grid(5, 1), new Grid(0, 1)),
            asset("IMX", 0.42, 4, 2, new Grid(5, 10), new Grid(0, 1)));

    private static final Asset UNKNOWN = new Asset(10, 3, 2, new Grid(3, 1), new Grid(1, 1));

    private Listings() {}

    static SymbolSpec spot(String base) {
        Asset asset = of(base);
        return new SymbolSpec(
                base + "USDT",
                base,
                "USDT",
                spotGrid(asset.spotTickDecimals),
                spotGrid(asset.spotLotDecimals),
                asset.price,
                levelUsd(base),
                largeUsd(base),
                0);
    }

    static SymbolSpec perpetual(String base) {
        Asset asset = of(base);
        return new SymbolSpec(
                base + "USDT",
                base,
                "USDT",
                asset.futuresTick,
                asset.futuresLot,
                asset.price * 1.0002,
                levelUsd(base),
                largeUsd(base),
                0);
    }

    /** A linear dated future; its price is one per cent over spot. */
    static SymbolSpec dated(String base, String expiry) {
        return new SymbolSpec(
                base + "USDT_" + expiry,
                base,
                "USDT",
                new Grid(1, 1),
                new Grid(3, 1),
                of(base).price * 1.01,
                levelUsd(base),
                largeUsd(base),
                0);
    }

    /** An inverse perpetual, which the all-market streams bring too. */
    static SymbolSpec inverse(String base) {
        double contract = base.equals("BTC") ? 100 : 10;
        return new SymbolSpec(
                base + "USD_PERP",
                base,
                "USD",
                new Grid(base.equals("BTC") ? 1 : 3, 1),
                new Grid(0, 1),
                of(base).price * 1.0001,
                levelUsd(base),
                largeUsd(base),
                contract);
    }

    private static double levelUsd(String base) {
        return switch (base) {
            case "BTC" -> 12_000;
            case "ETH" -> 8_000;
            default -> 3_000;
        };
    }

    private static double largeUsd(String base) {
        return switch (base) {
            case "BTC" -> 100_000;
            case "ETH" -> 50_000;
            default -> 20_000;
        };
    }

    private static Asset of(String base) {
        return ASSETS.getOrDefault(base, UNKNOWN);
    }

    private static Grid spotGrid(int decimals) {
        return new Grid(SPOT_DECIMALS, Math.powExact(10L, SPOT_DECIMALS - decimals));
    }

    private static Map.Entry<String, Asset> asset(
            String base, double price, int spotTick, int spotLot, Grid futuresTick, Grid futuresLot) {
        return Map.entry(base, new Asset(price, spotTick, spotLot, futuresTick, futuresLot));
    }

    private record Asset(double price, int spotTickDecimals, int spotLotDecimals, Grid futuresTick, Grid futuresLot) {}
}
