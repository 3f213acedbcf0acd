package io.tapeline.emulator.market;

import java.util.SplittableRandom;

/** An asset's expected volatility: a random walk that is drawn back to where it began, in per cent a year. */
public final class VolatilityIndex {
    private static final double LEVEL = 48;
    private static final double MOVE_PER_ROOT_SECOND = 0.0004;
    private static final double RETURN_PER_SECOND = 0.0001;

    private final SplittableRandom random;
    private double logMove;

    public VolatilityIndex(long seed, String base) {
        random = new SplittableRandom(Seeds.mix(seed, base + "#volatility"));
    }

    /** Once a second. */
    public void step() {
        logMove += MOVE_PER_ROOT_SECOND * random.nextGaussian() - RETURN_PER_SECOND * logMove;
    }

    /** Per cent a year. */
    public double value() {
        return LEVEL * Math.exp(logMove);
    }
}
