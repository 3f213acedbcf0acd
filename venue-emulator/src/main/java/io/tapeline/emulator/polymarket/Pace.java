package io.tapeline.emulator.polymarket;

import java.util.SplittableRandom;

/** Events that arrive at random, so many a second on average. */
final class Pace {
    private final double perSecond;
    private final SplittableRandom random;
    private double until;

    Pace(double perSecond, SplittableRandom random) {
        this.perSecond = perSecond;
        this.random = random;
        until = gap();
    }

    /** Lets time pass; answers how many have arrived in it. */
    int due(double seconds) {
        int arrived = 0;
        until -= seconds;
        while (until <= 0) {
            arrived++;
            until += gap();
        }
        return arrived;
    }

    private double gap() {
        return perSecond > 0 ? -Math.log(1 - random.nextDouble()) / perSecond : Double.POSITIVE_INFINITY;
    }
}
