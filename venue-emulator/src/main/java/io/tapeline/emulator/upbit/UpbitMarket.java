package io.tapeline.emulator.upbit;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.market.AssetFacts;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.SymbolSpec;
import java.util.ArrayList;
import java.util.List;

/** Which markets there are: all assets in won and USDT, all but bitcoin in bitcoin, and the stablecoin itself in won. */
final class UpbitMarket {
    static final String KRW = "KRW";

    private static final String BTC = "BTC";
    private static final String USDT = "USDT";
    private static final double WON = 1.0 / 1_380;

    /** From what price in won on ticks are how wide. */
    private static final double[][] WON_TICKS = {{1_000_000, 1_000}, {100_000, 100}, {10_000, 10}, {100, 1}};

    private UpbitMarket() {}

    static List<Contract> of(List<String> assets) {
        List<Contract> contracts = new ArrayList<>();
        assets.forEach(asset -> contracts.add(contract(KRW, asset)));
        contracts.add(contract(KRW, USDT));
        assets.stream().filter(asset -> !asset.equals(BTC)).forEach(asset -> contracts.add(contract(BTC, asset)));
        assets.forEach(asset -> contracts.add(contract(USDT, asset)));
        return contracts;
    }

    private static Contract contract(String quote, String base) {
        AssetFacts facts = AssetFacts.of(base);
        double worth = worth(quote);
        double price = (base.equals(USDT) ? 1 : facts.price()) / worth;
        SymbolSpec spec = new SymbolSpec(
                quote + "-" + base,
                base,
                quote,
                prices(quote, price),
                new Grid(facts.price() >= 100 ? 8 : 4, 1),
                price,
                facts.levelUsd() / worth,
                facts.largeUsd() / worth,
                0);
        return new Contract(Contract.Kind.SPOT, spec, quote, 0, 0, 0, null);
    }

    /** What one unit of a quote is worth in USD. */
    private static double worth(String quote) {
        return switch (quote) {
            case KRW -> WON;
            case BTC -> AssetFacts.of(BTC).price();
            default -> 1;
        };
    }

    private static Grid prices(String quote, double price) {
        return switch (quote) {
            case KRW -> won(price);
            case BTC -> new Grid(8, 1);
            default -> new Grid(price >= 1_000 ? 2 : price >= 1 ? 3 : 5, 1);
        };
    }

    private static Grid won(double price) {
        for (double[] step : WON_TICKS) {
            if (price >= step[0]) {
                return new Grid(0, (long) step[1]);
            }
        }
        return new Grid(price >= 10 ? 1 : 2, 1);
    }
}
