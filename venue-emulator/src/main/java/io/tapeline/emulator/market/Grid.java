package io.tapeline.emulator.market;

import java.math.BigDecimal;

/**
 * The multiples of a tick or lot: {@code count} stands for {@code count * unit / 10^scale} and is printed with all
 * {@code scale} decimals.
 */
public record Grid(int scale, long unit) {
    private static final long[] POWERS = powers();

    /** The size of one count. */
    public BigDecimal step() {
        return BigDecimal.valueOf(unit, scale);
    }

    public BigDecimal exact(long count) {
        return BigDecimal.valueOf(count * unit, scale);
    }

    public double approximate(long count) {
        return (double) count * unit / POWERS[scale];
    }

    /** The nearest count, at least 1. */
    public long count(double value) {
        return Math.max(1, Math.round(value * POWERS[scale] / unit));
    }

    public String text(long count) {
        StringBuilder text = new StringBuilder(24);
        append(text, count);
        return text.toString();
    }

    public void append(StringBuilder out, long count) {
        decimal(out, count * unit, scale);
    }

    /** Prints {@code mantissa / 10^scale} with all its decimals. */
    public static void decimal(StringBuilder out, long mantissa, int scale) {
        if (mantissa < 0) {
            out.append('-');
        }
        long rest = Math.abs(mantissa);
        out.append(rest / POWERS[scale]);
        if (scale > 0) {
            out.append('.');
            long fraction = rest % POWERS[scale];
            for (int digit = scale - 1; digit >= 0; digit--) {
                out.append((char) ('0' + fraction / POWERS[digit] % 10));
            }
        }
    }

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
