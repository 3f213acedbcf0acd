package io.tapeline.model.decimal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Exact decimals: the venue's own digits in, the same digits out, and the rounding rules of derived values. */
public final class Decimals {
    /** Most digits, before or after the point, that a number from outside may have. */
    public static final int MAX_DIGITS = 80;

    /** Longest text of a number from outside. */
    private static final int MAX_LENGTH = 2 * MAX_DIGITS + 3;

    private static final int LONG_DIGITS = 18;
    private static final MathContext DERIVED = new MathContext(18, RoundingMode.HALF_EVEN);
    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    private Decimals() {}

    /** As {@link #parse(char[], int, int)}. */
    public static BigDecimal parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /**
     * Reads a decimal, keeping its digits and trailing zeros; an exponent is resolved.
     *
     * @throws NumberFormatException when the text is no decimal number or has more than {@value #MAX_DIGITS} digits
     *     before or after the point
     */
    public static BigDecimal parse(char[] text, int offset, int length) {
        long mantissa = 0;
        int scale = -1;
        int digits = 0;
        int end = offset + length;
        int i = offset;
        boolean negative = length > 0 && text[i] == '-';
        if (negative) {
            i++;
        }
        for (; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                if (++digits > LONG_DIGITS) {
                    return parseSlowly(text, offset, length);
                }
                mantissa = mantissa * 10 + (c - '0');
            } else if (c == '.' && scale < 0) {
                scale = digits;
            } else {
                return parseSlowly(text, offset, length);
            }
        }
        if (digits == 0 || scale == digits) {
            return parseSlowly(text, offset, length);
        }
        return BigDecimal.valueOf(negative ? -mantissa : mantissa, scale < 0 ? 0 : digits - scale);
    }

    private static BigDecimal parseSlowly(char[] text, int offset, int length) {
        if (length == 0 || length > MAX_LENGTH) {
            throw new NumberFormatException("expected a decimal number, got " + length + " characters");
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text, offset, length);
        } catch (NumberFormatException e) {
            throw new NumberFormatException(
                    "expected a decimal number, got '" + new String(text, offset, length) + "'");
        }
        long integerDigits = (long) value.precision() - value.scale();
        if (value.scale() > MAX_DIGITS || integerDigits > MAX_DIGITS) {
            throw new NumberFormatException("number out of range: '" + new String(text, offset, length) + "'");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Rounds a derived value in USD: 2 decimals, HALF_UP. */
    public static BigDecimal usd(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }

    /** Rounds any other derived value: 18 significant digits, HALF_EVEN, never with a negative scale. */
    public static BigDecimal derived(BigDecimal value) {
        return plain(value.precision() > DERIVED.getPrecision() ? value.round(DERIVED) : value);
    }

    /** Quotient as a derived value. */
    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return plain(dividend.divide(divisor, DERIVED));
    }

    /** The same value without an exponent: a negative scale becomes 0. */
    public static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Fraction to basis points. */
    public static BigDecimal toBps(BigDecimal fraction) {
        return plain(fraction.multiply(BPS));
    }

    /** Text that is equal exactly when the values are: no trailing zeros, no exponent. */
    public static String canonical(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
