package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.AssetFacts;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.OptionContract;
import io.tapeline.emulator.market.SymbolSpec;
import org.jspecify.annotations.Nullable;

/**
 * Something a venue lists. Begin with {@link #spot}, {@link #perpetual}, {@link #future} or {@link #option} and add what is
 * different.
 *
 * @param spec spelling, price and size grids, start price
 * @param settle what profit is paid in; the quote on spot
 * @param basis how far its price is over the index, as a share
 * @param fundingHours between payments; 0 where none is paid
 * @param expiry epoch milliseconds; 0 where there is none
 * @param option what it is an option on; null for everything else
 */
public record Contract(
        Kind kind,
        SymbolSpec spec,
        String settle,
        double basis,
        int fundingHours,
        long expiry,
        @Nullable OptionContract option) {

    /** What is traded. */
    public enum Kind {
        SPOT,
        PERPETUAL,
        FUTURE,
        OPTION
    }

    /** Base against quote; sizes are base units. */
    public static Contract spot(String symbol, String base, String quote, Grid price, Grid size) {
        return new Contract(Kind.SPOT, linear(symbol, base, quote, price, size, 0), quote, 0, 0, 0, null);
    }

    /** A linear perpetual that settles in its quote; sizes are base units until {@link #ofBase} or {@link #ofQuote}. */
    public static Contract perpetual(
            String symbol, String base, String quote, Grid price, Grid size, int fundingHours) {
        double basis = 0.0002;
        SymbolSpec spec = linear(symbol, base, quote, price, size, basis);
        return new Contract(Kind.PERPETUAL, spec, quote, basis, fundingHours, 0, null);
    }

    /** The same with an end, one per cent over the index. */
    public static Contract future(String symbol, String base, String quote, Grid price, Grid size, long expiry) {
        double basis = 0.01;
        SymbolSpec spec = linear(symbol, base, quote, price, size, basis);
        return new Contract(Kind.FUTURE, spec, quote, basis, 0, expiry, null);
    }

    /**
     * An option; its price follows the chain's model.
     *
     * @param startPrice in the unit its price is quoted in, see {@link io.tapeline.emulator.market.OptionChain}
     */
    public static Contract option(
            String symbol, String quote, OptionContract option, Grid price, Grid size, double startPrice) {
        SymbolSpec spec = new SymbolSpec(
                symbol, option.base(), quote, price, size, startPrice, 10 * startPrice, 100 * startPrice, 0);
        return new Contract(Kind.OPTION, spec, quote, 0, 0, option.expiry(), option);
    }

    /** The same in contracts of so many base units. */
    public Contract ofBase(double contractSize) {
        return with(sized(0, contractSize));
    }

    /** The same inverse, in contracts worth so many units of the quote; settles in the base. */
    public Contract ofQuote(double contractSize) {
        return with(sized(contractSize, 1)).settledIn(spec.base());
    }

    public Contract settledIn(String asset) {
        return new Contract(kind, spec, asset, basis, fundingHours, expiry, option);
    }

    public String symbol() {
        return spec.symbol();
    }

    /** Whether sizes are counted in quote units. */
    public boolean inverse() {
        return spec.contractUsd() > 0;
    }

    private Contract with(SymbolSpec other) {
        return new Contract(kind, other, settle, basis, fundingHours, expiry, option);
    }

    private SymbolSpec sized(double contractUsd, double contractBase) {
        return new SymbolSpec(
                spec.symbol(),
                spec.base(),
                spec.quote(),
                spec.price(),
                spec.size(),
                spec.startPrice(),
                spec.levelUsd(),
                spec.largeUsd(),
                contractUsd,
                contractBase);
    }

    private static SymbolSpec linear(String symbol, String base, String quote, Grid price, Grid size, double basis) {
        AssetFacts facts = AssetFacts.of(base);
        return new SymbolSpec(
                symbol, base, quote, price, size, facts.price() * (1 + basis), facts.levelUsd(), facts.largeUsd(), 0);
    }
}
