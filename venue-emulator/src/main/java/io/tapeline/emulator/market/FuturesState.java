package io.tapeline.emulator.market;

import java.util.SplittableRandom;

/** What a derivative has beside its book: index, mark, funding estimate and open interest. */
public final class FuturesState {
    private static final double MAX_RATE = 0.0075;

    private final SymbolSpec spec;
    private final SplittableRandom random;
    private final double basis;
    private double premium;
    private long openInterest;

    public FuturesState(SymbolSpec spec, long seed, double basis) {
        this.spec = spec;
        this.basis = basis;
        random = new SplittableRandom(Seeds.mix(seed, spec.symbol() + "#futures"));
        openInterest = spec.lots(spec.levelUsd() * 20_000, spec.price().count(spec.startPrice()));
    }

    /** Once a second. */
    public void step() {
        premium += 0.00002 * random.nextGaussian() - 0.02 * premium;
    }

    /** A trade opens, closes or passes on positions. */
    public void traded(TradePrint trade) {
        long change = (long) ((random.nextDouble() - 0.5) * trade.size());
        openInterest = Math.max(1, openInterest + change);
    }

    /** Price of the index with 8 decimals, from the price the book follows. */
    public long index(double fair) {
        return Math.round(fair / (1 + basis) * 1e8);
    }

    /** Mark price with 8 decimals. */
    public long mark(double fair) {
        return Math.round(fair * (1 + premium) * 1e8);
    }

    /** Funding estimate with 8 decimals. */
    public long rate() {
        double rate = 0.0001 + premium / 2;
        return Math.round(Math.clamp(rate, -MAX_RATE, MAX_RATE) * 1e8);
    }

    /** Open contracts or base units, in lots. */
    public long openInterest() {
        return openInterest;
    }

    public SymbolSpec spec() {
        return spec;
    }
}
