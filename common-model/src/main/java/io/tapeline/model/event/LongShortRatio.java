package io.tapeline.model.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Long against short.
 *
 * @param period length of the period the figures cover, such as {@code 5m}
 * @param longShare fraction that is long
 * @param ratio long divided by short
 */
public record LongShortRatio(
        Header header,
        RatioType ratioType,
        String period,
        @Nullable BigDecimal longShare,
        @Nullable BigDecimal shortShare,
        BigDecimal ratio)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.LONG_SHORT_RATIO;
    }
}
