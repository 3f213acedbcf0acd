package io.tapeline.model.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Liquidity figures of a book.
 *
 * @param spreadL5Pct mean price of the best 5 asks less that of the best 5 bids, in percent of mid
 * @param volL50Bids base volume of the best 50 bid levels
 * @param depthBids bid levels that were used
 * @param interval {@code 5s} or {@code 1min}
 */
public record DepthMetrics(
        Header header,
        BigDecimal mid,
        @Nullable BigDecimal spreadL5Pct,
        @Nullable BigDecimal spreadL50Pct,
        @Nullable BigDecimal spreadL100Pct,
        @Nullable BigDecimal volL50Bids,
        @Nullable BigDecimal volL50Asks,
        int depthBids,
        int depthAsks,
        String interval)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.DEPTH_METRICS;
    }
}
