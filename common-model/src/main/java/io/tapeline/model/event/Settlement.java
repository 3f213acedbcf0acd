package io.tapeline.model.event;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Daily settlement of a future. The timestamp is when the price was fixed, the same from whatever source it comes, since
 * it tells the settlements of a contract apart together with the trading day.
 *
 * @param tradeDate the trading day, ISO-8601
 * @param basis future minus spot
 * @param roll whether the front month changes with this settlement
 * @param metadata how it came to be known: {@code stage} ({@code early}, {@code preliminary} or {@code final}; a later
 *     one replaces an earlier), {@code source}, {@code delay_minutes} by which the source lags
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
        boolean roll,
        Map<String, Object> metadata)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.SETTLEMENT;
    }
}
