package io.tapeline.emulator.market;

/**
 * What is fixed about a symbol.
 *
 * @param symbol the venue's spelling
 * @param base what its price moves with; symbols of one base follow one walk, on every market
 * @param price its ticks
 * @param size its lots
 * @param startPrice price at the start, in quote
 * @param levelUsd typical value of one book level
 * @param largeUsd value that a large trade exceeds
 * @param contractUsd value of one contract where sizes are contracts; 0 where they are base units
 */
public record SymbolSpec(
        String symbol,
        String base,
        String quote,
        Grid price,
        Grid size,
        double startPrice,
        double levelUsd,
        double largeUsd,
        double contractUsd) {

    /** Lots worth this much at a price in ticks. */
    public long lots(double usd, long ticks) {
        return contractUsd > 0
                ? Math.max(1, Math.round(usd / contractUsd))
                : size.count(usd / price.approximate(ticks));
    }
}
