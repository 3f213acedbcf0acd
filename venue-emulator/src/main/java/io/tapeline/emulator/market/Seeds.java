package io.tapeline.emulator.market;

/** Seeds and noise that depend on nothing but their arguments. */
public final class Seeds {
    private Seeds() {}

    /** A seed of its own for each name. */
    public static long mix(long seed, String name) {
        long mixed = seed;
        for (int i = 0; i < name.length(); i++) {
            mixed = scramble(mixed * 31 + name.charAt(i));
        }
        return mixed;
    }

    /** Uniform in [0, 1), a pure function. */
    public static double uniform(long seed, long index) {
        return (scramble(seed ^ scramble(index)) >>> 11) * 0x1.0p-53;
    }

    /** Noise in [-1, 1] that runs smoothly through random values at whole numbers. */
    public static double smooth(long seed, double position) {
        long cell = (long) Math.floor(position);
        double in = position - cell;
        double left = uniform(seed, cell);
        double right = uniform(seed, cell + 1);
        return 2 * (left + (right - left) * in * in * (3 - 2 * in)) - 1;
    }

    private static long scramble(long z) {
        long a = (z + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        a = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return a ^ (a >>> 31);
    }
}
