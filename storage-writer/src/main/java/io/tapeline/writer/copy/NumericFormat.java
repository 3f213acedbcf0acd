package io.tapeline.writer.copy;

import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;

/**
 * Decimals in PostgreSQL's binary form: digits to the base of 10 000, aligned at the decimal point, and the number of
 * decimals to show, so that trailing zeros survive. Not for use by several threads.
 */
final class NumericFormat {
    private static final int GROUP = 4;
    private static final int BASE = 10_000;
    /** Beyond, a fraction padded to whole groups does not fit a long. */
    private static final int FAST_SCALE = 16;

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    /** Room for 18 digits before and 16 after the point. */
    private final short[] groups = new short[10];

    /** Writes the value with its length before it. */
    void write(BigDecimal value, ByteBuf out) {
        int scale = value.scale();
        if (value.precision() <= 18 && scale >= 0 && scale <= FAST_SCALE) {
            writeSmall(value.unscaledValue().longValue(), scale, out);
        } else {
            writeLarge(scale < 0 ? value.setScale(0) : value, out);
        }
    }

    private void writeSmall(long unscaled, int scale, ByteBuf out) {
        long mantissa = Math.abs(unscaled);
        int fractionGroups = (scale + GROUP - 1) / GROUP;
        long fraction = mantissa % POWERS[scale] * POWERS[fractionGroups * GROUP - scale];
        long whole = mantissa / POWERS[scale];
        int end = groups.length;
        int first = end;
        for (int i = 0; i < fractionGroups; i++) {
            groups[--first] = (short) (fraction % BASE);
            fraction /= BASE;
        }
        int wholeGroups = 0;
        for (; whole > 0; whole /= BASE, wholeGroups++) {
            groups[--first] = (short) (whole % BASE);
        }
        writeGroups(groups, first, end, wholeGroups - 1, unscaled < 0, scale, out);
    }

    private static void writeLarge(BigDecimal value, ByteBuf out) {
        String digits = value.unscaledValue().abs().toString();
        int scale = value.scale();
        int fractionGroups = (scale + GROUP - 1) / GROUP;
        digits = digits + "0".repeat(fractionGroups * GROUP - scale);
        digits = "0".repeat(Math.floorMod(-digits.length(), GROUP)) + digits;
        short[] groups = new short[Math.max(digits.length() / GROUP, fractionGroups)];
        int leading = groups.length - digits.length() / GROUP;
        for (int i = leading; i < groups.length; i++) {
            int at = (i - leading) * GROUP;
            groups[i] = (short) Integer.parseInt(digits, at, at + GROUP, 10);
        }
        writeGroups(groups, 0, groups.length, groups.length - fractionGroups - 1, value.signum() < 0, scale, out);
    }

    private static void writeGroups(
            short[] groups, int from, int to, int firstWeight, boolean negative, int scale, ByteBuf out) {
        int first = from;
        int weight = firstWeight;
        while (first < to && groups[first] == 0) {
            first++;
            weight--;
        }
        int last = to;
        while (last > first && groups[last - 1] == 0) {
            last--;
        }
        int count = last - first;
        out.writeInt(8 + 2 * count);
        out.writeShort(count);
        out.writeShort(count == 0 ? 0 : weight);
        out.writeShort(negative && count > 0 ? 0x4000 : 0);
        out.writeShort(scale);
        for (int i = first; i < last; i++) {
            out.writeShort(groups[i]);
        }
    }
}
