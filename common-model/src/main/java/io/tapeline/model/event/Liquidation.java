package io.tapeline.model.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A forced order.
 *
 * @param side of the forced order: BUY closed a short, SELL closed a long
 * @param tradeId the venue's id, where it sends one
 */
public record Liquidation(
        Header header,
        Side side,
        BigDecimal price,
        BigDecimal size,
        SizeUnit sizeUnit,
        @Nullable BigDecimal baseSize,
        @Nullable BigDecimal valueUsd,
        @Nullable String tradeId)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.LIQUIDATION;
    }
}
