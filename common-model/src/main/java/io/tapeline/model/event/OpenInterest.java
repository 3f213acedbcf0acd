package io.tapeline.model.event;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Open interest, one-sided.
 *
 * @param openInterest as the venue counts it
 * @param openInterestBase in units of the base asset
 * @param openInterestUsd in USD, 2 decimals HALF_UP
 */
public record OpenInterest(
        Header header,
        BigDecimal openInterest,
        @Nullable BigDecimal openInterestBase,
        @Nullable BigDecimal openInterestUsd,
        Map<String, Object> metadata)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.OPEN_INTEREST;
    }
}
