package io.tapeline.emulator.market;

/** Minutes from before the start, as a pure function of seed and time that ends at the start price. */
public final class PastPrices {
    private static final long[] PERIODS = {40_320, 10_080, 1_440, 240, 60, 15, 5, 2};
    private static final double MOVE_PER_ROOT_MINUTE = 0.0004;

    private final long seed;
    private final long startMinute;
    private final long endMinute;
    private final SymbolSpec spec;
    private final double atEnd;

    PastPrices(long seed, SymbolSpec spec, long startMillis, int days) {
        this.seed = Seeds.mix(seed, spec.base());
        this.spec = spec;
        endMinute = startMillis / 60_000;
        startMinute = endMinute - days * 1440L;
        atEnd = noise(endMinute);
    }

    /** First minute there is, in minutes since 1970. */
    long startMinute() {
        return startMinute;
    }

    /** The minute after the last. */
    long endMinute() {
        return endMinute;
    }

    Bar bar(long minute) {
        long open = spec.price().count(price(minute));
        long close = spec.price().count(price(minute + 1));
        double wick = 0.0003 * price(minute);
        long high = Math.max(open, close) + wickTicks(wick, minute * 4);
        long low = Math.max(1, Math.min(open, close) - wickTicks(wick, minute * 4 + 1));
        double usd = spec.levelUsd() * 10 * (0.2 + Seeds.uniform(seed, minute * 4 + 2));
        long count = 20 + (long) (200 * Seeds.uniform(seed, minute * 4 + 3));
        return Bar.past(minute * 60_000, open, high, low, close, spec.lots(usd, open), count);
    }

    private long wickTicks(double wick, long index) {
        return (long) (wick * Seeds.uniform(seed, index) / spec.price().approximate(1));
    }

    private double price(long minute) {
        return spec.startPrice() * Math.exp(noise(minute) - atEnd);
    }

    private double noise(long minute) {
        double sum = 0;
        for (int i = 0; i < PERIODS.length; i++) {
            double period = PERIODS[i];
            sum += MOVE_PER_ROOT_MINUTE * Math.sqrt(period) * Seeds.smooth(seed + i, minute / period);
        }
        return sum;
    }
}
