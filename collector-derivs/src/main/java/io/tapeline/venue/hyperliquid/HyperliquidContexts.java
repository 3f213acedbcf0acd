package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;

/** What is known of an asset at a moment, which the venue does not tell: the time is that of receipt. */
final class HyperliquidContexts {
    private HyperliquidContexts() {}

    /**
     * Of a perpetual: {@code oraclePx} is the index price; {@code funding} the estimate for the running hour, a fraction per
     * hour, paid at its end; {@code openInterest} one side, in the base asset. Of spot: the mark price alone.
     */
    static Decoded ticker(String coin, JsonValue context, long received) {
        Header header = Header.received(HyperliquidNames.instrument(coin), received);
        BigDecimal mark = context.optionalDecimal("markPx");
        if (HyperliquidNames.market(coin) == Market.SPOT) {
            return new Decoded.TickerChange(header, true, Ticker.prices(mark, null, null));
        }
        BigDecimal funding = context.optionalDecimal("funding");
        Ticker prices = Ticker.prices(mark, context.optionalDecimal("oraclePx"), null);
        Ticker values =
                funding == null ? prices : prices.withFunding(funding, BigDecimal.ONE, EpochTime.hourAfter(received));
        return new Decoded.TickerChange(
                header, true, values.withOpenInterest(context.optionalDecimal("openInterest"), null, null));
    }
}
