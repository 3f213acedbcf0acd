package io.tapeline.model.event;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A live trade or liquidation over its asset's threshold; fields as in {@link Trade}.
 *
 * @param isLiquidation whether it stems from a liquidation or a trade marked as one
 */
public record LargeTrade(
        Header header,
        @Nullable String tradeId,
        Side side,
        BigDecimal price,
        BigDecimal size,
        SizeUnit sizeUnit,
        @Nullable BigDecimal baseSize,
        BigDecimal valueUsd,
        @Nullable Long sequence,
        boolean isLiquidation,
        Map<String, Object> metadata)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.LARGE_TRADES;
    }

    /** The same, marked as forced. */
    public LargeTrade asLiquidation() {
        return new LargeTrade(
                header, tradeId, side, price, size, sizeUnit, baseSize, valueUsd, sequence, true, metadata);
    }
}
