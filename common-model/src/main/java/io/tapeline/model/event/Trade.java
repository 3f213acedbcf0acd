package io.tapeline.model.event;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trade.
 *
 * @param tradeId the venue's id, in the id space shared by its live, repair and archive channels; null where it has none
 * @param side the aggressor
 * @param size in {@code sizeUnit}, the venue's documented double counting removed
 * @param baseSize size in units of the base asset; null when contract metadata is absent
 * @param valueUsd notional in USD, 2 decimals HALF_UP; null when the quote asset has no known rate
 * @param sequence the venue's sequence number, where it sends one
 * @param isLiquidation whether the venue marks it as a forced trade; may become true later
 * @param metadata further facts of the venue; {@code usd_rate} where the quote asset is not counted 1:1
 */
public record Trade(
        Header header,
        @Nullable String tradeId,
        Side side,
        BigDecimal price,
        BigDecimal size,
        SizeUnit sizeUnit,
        @Nullable BigDecimal baseSize,
        @Nullable BigDecimal valueUsd,
        @Nullable Long sequence,
        boolean isLiquidation,
        Map<String, Object> metadata)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.TRADE;
    }

    /** The same, marked as forced. */
    public Trade asLiquidation() {
        return new Trade(header, tradeId, side, price, size, sizeUnit, baseSize, valueUsd, sequence, true, metadata);
    }
}
