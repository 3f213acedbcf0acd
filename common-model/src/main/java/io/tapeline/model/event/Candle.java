package io.tapeline.model.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A candle; the timestamp is its opening time.
 *
 * @param interval in the venue-neutral spelling {@code 1m 5m 1h 1d 1w 1M}
 * @param volume base volume
 * @param quoteVolume quote volume
 * @param buyVolume base volume of taker buys
 * @param trades number of trades
 * @param closed whether it is final
 */
public record Candle(
        Header header,
        String interval,
        CandleSource source,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal quoteVolume,
        @Nullable BigDecimal buyVolume,
        @Nullable Long trades,
        boolean closed)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.CANDLE;
    }
}
