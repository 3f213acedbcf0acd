package io.tapeline.model.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * State of an option.
 *
 * @param underlying asset of the chain, last word of the routing key
 * @param markIv implied volatility in percent
 */
public record OptionSummary(
        Header header,
        String underlying,
        @Nullable BigDecimal markPrice,
        @Nullable BigDecimal markIv,
        @Nullable BigDecimal bidIv,
        @Nullable BigDecimal askIv,
        @Nullable BigDecimal delta,
        @Nullable BigDecimal gamma,
        @Nullable BigDecimal vega,
        @Nullable BigDecimal theta,
        @Nullable BigDecimal underlyingPrice,
        @Nullable BigDecimal openInterest)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.OPTION_SUMMARY;
    }
}
