package io.tapeline.model.instrument;

/**
 * Identifies an instrument.
 *
 * @param exchange the venue, such as {@code binance}
 * @param market kind of market
 * @param symbol the venue's own spelling, such as {@code BTCUSDT}; {@code _} for a whole feed
 */
public record InstrumentId(String exchange, Market market, String symbol) {
    /** Stands for the symbol in events that concern a whole feed. */
    public static final String WHOLE_FEED = "_";

    public static InstrumentId wholeFeed(String exchange, Market market) {
        return new InstrumentId(exchange, market, WHOLE_FEED);
    }

    @Override
    public String toString() {
        return exchange + ":" + market.name().toLowerCase(java.util.Locale.ROOT) + ":" + symbol;
    }
}
