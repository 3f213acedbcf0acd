package io.tapeline.emulator.market;

import java.util.SplittableRandom;

/** Events that arrive at random, so many per second on average. */
final class Arrivals {
    private final double perSecond;
    private final SplittableRandom random;
    private double until;

    Arrivals(double perSecond, SplittableRandom random) {
        this.perSecond = perSecond;
        this.random = random;
        until = gap();
    }

    /** Lets time pass. */
    void pass(double seconds) {
        until -= seconds;
    }

    /** Whether one more has arrived by now; asking takes it. */
    boolean due() {
        boolean due = until <= 0;
        if (due) {
            until += gap();
        }
        return due;
    }

    private double gap() {
        return perSecond > 0 ? -Math.log(1 - random.nextDouble()) / perSecond : Double.POSITIVE_INFINITY;
    }
}
