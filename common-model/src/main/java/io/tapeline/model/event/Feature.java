package io.tapeline.model.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A computed signal input.
 */
public record Feature(
        Header header,
        String name,
        @Nullable BigDecimal value,
        @Nullable String interval,
        @Nullable String quality) implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.FEATURE;
    }
}
