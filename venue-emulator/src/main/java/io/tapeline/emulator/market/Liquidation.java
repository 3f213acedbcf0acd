package io.tapeline.emulator.market;

import java.math.BigDecimal;
import java.util.List;

/**
 * A forced order and the trades that filled it.
 *
 * @param sell true closes a long
 * @param limit price of the order in ticks
 * @param fills the same trades as on the tape
 */
public record Liquidation(boolean sell, long limit, List<TradePrint> fills, long time) {
    /** Lots filled. */
    public long size() {
        return fills.stream().mapToLong(TradePrint::size).sum();
    }

    /** Sum of ticks times lots. */
    public BigDecimal weighted() {
        return fills.stream()
                .map(fill -> BigDecimal.valueOf(fill.price()).multiply(BigDecimal.valueOf(fill.size())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
