package io.tapeline.emulator.market;

import java.util.SplittableRandom;

/** The common price of an asset: a random walk that is drawn back to where it began, in logarithms. */
public final class AssetWalk {
    private static final double VOLATILITY_PER_ROOT_SECOND = 0.00006;
    private static final double RETURN_PER_SECOND = 0.00001;

    private final SplittableRandom random;
    private double logMove;

    public AssetWalk(long seed, String asset) {
        random = new SplittableRandom(Seeds.mix(seed, asset));
    }

    public void step(double seconds) {
        logMove += VOLATILITY_PER_ROOT_SECOND * Math.sqrt(seconds) * random.nextGaussian()
                - RETURN_PER_SECOND * seconds * logMove;
    }

    /** How far the price is from its start. */
    public double factor() {
        return Math.exp(logMove);
    }
}
