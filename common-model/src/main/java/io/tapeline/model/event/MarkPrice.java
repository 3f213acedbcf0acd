package io.tapeline.model.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Mark, index and last price of a derivative.
 */
public record MarkPrice(
        Header header,
        @Nullable BigDecimal markPrice,
        @Nullable BigDecimal indexPrice,
        @Nullable BigDecimal lastPrice) implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.MARK_PRICE;
    }
}
