package io.tapeline.model.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Daily settlement of a future.
 *
 * @param tradeDate the trading day, ISO-8601
 * @param basis future minus spot
 * @param roll whether the front month changes with this settlement
 */
public record Settlement(
        Header header,
        BigDecimal price,
        String tradeDate,
        @Nullable BigDecimal openInterest,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal basis,
        @Nullable BigDecimal basisAnnualisedPct,
        @Nullable BigDecimal daysToExpiry,
        boolean isFront,
        boolean roll)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.SETTLEMENT;
    }
}
