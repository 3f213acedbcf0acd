package io.tapeline.collector.derived;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.DepthMetrics;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Liquidity figures of a book at a moment, from at most {@value #LEVELS} levels a side:
 *
 * <pre>
 * mid             (best bid + best ask) / 2
 * spread_lN_pct   (mean price of the best N asks - mean price of the best N bids) / mid x 100
 * vol_l50_*       sum of the sizes of the best 50 levels, in base units
 * depth_*         levels that were used
 * </pre>
 *
 * <p>Where a side has fewer than N levels those it has are used. A book without bids or asks, or one that is
 * crossed, has no mid and no figures.
 */
public final class DepthMeter {
    /** Levels a side that are looked at. */
    public static final int LEVELS = 100;

    private static final int VOLUME_LEVELS = 50;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private DepthMeter() {}

    /**
     * The figures of a book.
     *
     * @param bids best first, at least {@value #LEVELS} where there are as many
     * @param unit what sizes count
     * @param instrument metadata that turns contracts into base units; without it such volumes are null
     * @param interval {@code 5s} or {@code 1min}
     */
    public static Optional<DepthMetrics> of(
            Header header, Levels bids, Levels asks, SizeUnit unit, @Nullable Instrument instrument, String interval) {
        if (bids.isEmpty() || asks.isEmpty() || bids.price(0).compareTo(asks.price(0)) >= 0) {
            return Optional.empty();
        }
        BigDecimal twice = bids.price(0).add(asks.price(0));
        BigDecimal mid = exactHalf(twice);
        return Optional.of(new DepthMetrics(
                header,
                mid,
                spread(bids, asks, 5, mid),
                spread(bids, asks, 50, mid),
                spread(bids, asks, LEVELS, mid),
                volume(bids, unit, instrument),
                volume(asks, unit, instrument),
                Math.min(bids.size(), LEVELS),
                Math.min(asks.size(), LEVELS),
                interval));
    }

    private static BigDecimal exactHalf(BigDecimal twice) {
        return Decimals.derived(twice.divide(TWO));
    }

    private static BigDecimal spread(Levels bids, Levels asks, int level, BigDecimal mid) {
        BigDecimal bidLevels = BigDecimal.valueOf(Math.min(level, bids.size()));
        BigDecimal askLevels = BigDecimal.valueOf(Math.min(level, asks.size()));
        // Over a common denominator, so that nothing is rounded before the end.
        BigDecimal distance = prices(asks, level)
                .multiply(bidLevels)
                .subtract(prices(bids, level).multiply(askLevels));
        return Decimals.divide(
                distance.multiply(HUNDRED), mid.multiply(bidLevels).multiply(askLevels));
    }

    /** Sum of the prices of the best levels. */
    private static BigDecimal prices(Levels side, int levels) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int level = 0; level < Math.min(side.size(), levels); level++) {
            sum = sum.add(side.price(level));
        }
        return sum;
    }

    private static @Nullable BigDecimal volume(Levels side, SizeUnit unit, @Nullable Instrument instrument) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int level = 0; level < Math.min(side.size(), VOLUME_LEVELS); level++) {
            BigDecimal base = Amounts.base(side.size(level), unit, side.price(level), instrument);
            if (base == null) {
                return null;
            }
            sum = sum.add(base);
        }
        return Decimals.derived(sum);
    }
}
