package io.tapeline.model.event;

import java.math.BigDecimal;

/**
 * Value of a volatility index, in percent per year.
 */
public record VolatilityIndex(Header header, BigDecimal value) implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.VOLATILITY_INDEX;
    }
}
