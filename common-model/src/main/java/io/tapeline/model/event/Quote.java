package io.tapeline.model.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Best bid and ask. A side that is empty has null price and size.
 */
public record Quote(
        Header header,
        @Nullable BigDecimal bidPrice,
        @Nullable BigDecimal bidSize,
        @Nullable BigDecimal askPrice,
        @Nullable BigDecimal askSize,
        SizeUnit sizeUnit,
        @Nullable Long sequence)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.QUOTE;
    }
}
