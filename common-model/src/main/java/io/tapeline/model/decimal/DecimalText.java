package io.tapeline.model.decimal;

import java.math.BigDecimal;

/** Prints decimals into a reused buffer, without exponents. Not for use by several threads. */
public final class DecimalText {
    private char[] chars = new char[64];
    private int start;

    /** The buffer that holds the digits printed last. */
    public char[] chars() {
        return chars;
    }

    /** Where they start. */
    public int offset() {
        return start;
    }

    /** How many there are. */
    public int length() {
        return chars.length - start;
    }

    public DecimalText print(BigDecimal value) {
        // Under 10^18 the unscaled value fits a long whatever its sign.
        if (value.precision() <= 18 && value.scale() >= 0 && value.scale() <= 18) {
            return print(value.unscaledValue().longValue(), value.scale());
        }
        String plain = value.toPlainString();
        if (plain.length() > chars.length) {
            chars = new char[plain.length()];
        }
        start = chars.length - plain.length();
        plain.getChars(0, plain.length(), chars, start);
        return this;
    }

    /** Prints {@code mantissa / 10^scale}. */
    public DecimalText print(long mantissa, int scale) {
        long rest = Math.abs(mantissa);
        int at = chars.length;
        for (int digit = 0; digit < scale; digit++) {
            chars[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        if (scale > 0) {
            chars[--at] = '.';
        }
        do {
            chars[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        if (mantissa < 0) {
            chars[--at] = '-';
        }
        start = at;
        return this;
    }

    @Override
    public String toString() {
        return new String(chars, start, length());
    }
}
