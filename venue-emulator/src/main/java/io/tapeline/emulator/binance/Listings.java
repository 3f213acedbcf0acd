package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.AssetFacts;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.SymbolSpec;
import java.util.Map;

/** Ticks and lots of the usual assets. */
final class Listings {
    /** Decimals that spot prints everything with. */
    private static final int SPOT_DECIMALS = 8;

    private static final Map<String, Asset> ASSETS = Map.ofEntries(
            asset("BTC", 2, 5, new Grid(2, 10), new Grid(3, 1)),
            asset("ETH", 2, 4, new Grid(2, 1), new Grid(3, 1)),
            asset("SOL", 2, 3, new Grid(4, 100), new Grid(2, 1)),
            asset("XRP", 4, 1, new Grid(4, 1), new Grid(1, 1)),
            asset("ADA", 4, 1, new Grid(5, 10), new Grid(0, 1)),
            asset("AAVE", 2, 3, new Grid(3, 10), new Grid(1, 1)),
            asset("UNI", 3, 2, new Grid(4, 10), new Grid(0, 1)),
            asset("COMP", 2, 3, new Grid(2, 1), new Grid(3, 1)),
            asset("CRV", 4, 1, new Grid(4, 1), new Grid(1, 1)),
            asset("OP", 4, 2, new Grid(7, 1000), new Grid(1, 1)),
            asset("ARB", 4, 1, new Grid(6, 100), new Grid(1, 1)),
            asset("DOGE", 5, 0, new Grid(6, 10), new Grid(0, 1)),
            asset("GALA", 5, 0, new Grid(5, 1), new Grid(0, 1)),
            asset("IMX", 4, 2, new Grid(5, 10), new Grid(0, 1)));

    private static final Asset UNKNOWN = new Asset(3, 2, new Grid(3, 1), new Grid(1, 1));

    private Listings() {}

    static SymbolSpec spot(String base) {
        Asset asset = of(base);
        return new SymbolSpec(
                base + "USDT",
                base,
                "USDT",
                spotGrid(asset.spotTickDecimals),
                spotGrid(asset.spotLotDecimals),
                facts(base).price(),
                facts(base).levelUsd(),
                facts(base).largeUsd(),
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
                facts(base).price() * 1.0002,
                facts(base).levelUsd(),
                facts(base).largeUsd(),
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
                facts(base).price() * 1.01,
                facts(base).levelUsd(),
                facts(base).largeUsd(),
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
                facts(base).price() * 1.0001,
                facts(base).levelUsd(),
                facts(base).largeUsd(),
                contract);
    }

    private static AssetFacts facts(String base) {
        return AssetFacts.of(base);
    }

    private static Asset of(String base) {
        return ASSETS.getOrDefault(base, UNKNOWN);
    }

    private static Grid spotGrid(int decimals) {
        return new Grid(SPOT_DECIMALS, Math.powExact(10L, SPOT_DECIMALS - decimals));
    }

    private static Map.Entry<String, Asset> asset(
            String base, int spotTick, int spotLot, Grid futuresTick, Grid futuresLot) {
        return Map.entry(base, new Asset(spotTick, spotLot, futuresTick, futuresLot));
    }

    private record Asset(int spotTickDecimals, int spotLotDecimals, Grid futuresTick, Grid futuresLot) {}
}
