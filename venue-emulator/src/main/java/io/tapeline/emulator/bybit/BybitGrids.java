package io.tapeline.emulator.bybit;

import io.tapeline.emulator.market.AssetFacts;
import io.tapeline.emulator.market.Grid;

/** Ticks and lots, as fine as the venue has them for assets of a price. */
record BybitGrids(Grid price, Grid size) {
    static BybitGrids linear(String asset) {
        double price = AssetFacts.of(asset).price();
        if (price > 10_000) {
            return new BybitGrids(new Grid(2, 10), new Grid(3, 1));
        } else if (price > 1_000) {
            return new BybitGrids(new Grid(2, 1), new Grid(2, 1));
        } else if (price > 10) {
            return new BybitGrids(new Grid(3, 10), new Grid(1, 1));
        }
        return price > 0.1
                ? new BybitGrids(new Grid(4, 1), new Grid(1, 1))
                : new BybitGrids(new Grid(5, 1), new Grid(0, 1));
    }

    /** Lots of spot are much finer. */
    static BybitGrids spot(String asset) {
        double price = AssetFacts.of(asset).price();
        if (price > 10_000) {
            return new BybitGrids(new Grid(1, 1), new Grid(6, 1));
        } else if (price > 1_000) {
            return new BybitGrids(new Grid(2, 1), new Grid(5, 1));
        } else if (price > 10) {
            return new BybitGrids(new Grid(2, 1), new Grid(3, 1));
        }
        return price > 0.1
                ? new BybitGrids(new Grid(4, 1), new Grid(2, 1))
                : new BybitGrids(new Grid(5, 1), new Grid(1, 1));
    }
}
