package io.tapeline.emulator.market;

/**
 * What is fixed about a symbol.
 *
 * @param symbol the venue's spelling
 * @param base what its price moves with; symbols of one base follow one walk, on every market
 * @param price its ticks
 * @param size its lots, in the unit the venue counts sizes in
 * @param startPrice price at the start, in quote
 * @param levelUsd typical value of one book level
 * @param largeUsd value that a large trade exceeds
 * @param contractUsd value of one unit of size where it is fixed in quote (inverse contracts); 0 elsewhere
 * @param contractBase base units in one unit of size: 1 where sizes are base units, 0.01 where contracts are of 0.01
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
        double contractUsd,
        double contractBase) {

    /** One whose sizes are base units, or contracts of {@code contractUsd}. */
    public SymbolSpec(
            String symbol,
            String base,
            String quote,
            Grid price,
            Grid size,
            double startPrice,
            double levelUsd,
            double largeUsd,
            double contractUsd) {
        this(symbol, base, quote, price, size, startPrice, levelUsd, largeUsd, contractUsd, 1);
    }

    /** Lots worth this much at a price in ticks. */
    public long lots(double usd, long ticks) {
        return contractUsd > 0
                ? size.count(usd / contractUsd)
                : size.count(usd / (price.approximate(ticks) * contractBase));
    }

    /** The same with other ticks. */
    public SymbolSpec withPrice(Grid grid) {
        return new SymbolSpec(
                symbol, base, quote, grid, size, startPrice, levelUsd, largeUsd, contractUsd, contractBase);
    }
}
