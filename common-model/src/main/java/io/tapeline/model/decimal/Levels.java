package io.tapeline.model.decimal;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Price levels of one side of a book, packed: an immutable list of (price, size) with the venue's own digits. Each
 * number has at most 18 significant digits and 18 decimals, and up to {@value #MAX_PADDING} trailing zeros of a fraction
 * beyond them ({@code 14285714285.00000000}); a mantissa and a scale keep it exact at 9 bytes.
 */
public final class Levels {
    public static final Levels EMPTY = new Levels(new long[0], new byte[0], 0);

    /** Most significant digits, and most decimals, of a mantissa. */
    private static final int MAX_DIGITS = 18;

    /** A scale is stored as itself plus this, times the number of zeros that follow the digits of the mantissa. */
    private static final int PADDING = MAX_DIGITS + 1;

    private static final int MAX_PADDING = 5;

    private final long[] mantissas;
    private final byte[] scales;
    private final int size;

    private Levels(long[] mantissas, byte[] scales, int size) {
        this.mantissas = mantissas;
        this.scales = scales;
        this.size = size;
    }

    /** Number of levels. */
    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public BigDecimal price(int level) {
        return value(priceMantissa(level), priceScale(level));
    }

    public BigDecimal size(int level) {
        return value(sizeMantissa(level), sizeScale(level));
    }

    /** Whether nothing follows the digits of the mantissa, so that the stored scale is the number of decimals. */
    public static boolean isPlain(int scale) {
        return scale < PADDING;
    }

    /** The power of ten by which a mantissa is divided, whatever zeros follow its digits. */
    public static int power(int scale) {
        return scale % PADDING;
    }

    /** The number with all its digits. */
    public static BigDecimal value(long mantissa, int scale) {
        BigDecimal value = BigDecimal.valueOf(mantissa, power(scale));
        return isPlain(scale) ? value : value.setScale(power(scale) + scale / PADDING);
    }

    public long priceMantissa(int level) {
        return mantissas[2 * level];
    }

    /** See {@link #isPlain}. */
    public int priceScale(int level) {
        return scales[2 * level];
    }

    public long sizeMantissa(int level) {
        return mantissas[2 * level + 1];
    }

    /** See {@link #isPlain}. */
    public int sizeScale(int level) {
        return scales[2 * level + 1];
    }

    /** The first {@code limit} levels. */
    public Levels top(int limit) {
        return limit >= size
                ? this
                : new Levels(Arrays.copyOf(mantissas, 2 * limit), Arrays.copyOf(scales, 2 * limit), limit);
    }

    public static Builder builder(int expected) {
        return new Builder(expected);
    }

    /** Levels from alternating prices and sizes, for tests and slow paths. */
    public static Levels of(String... pricesAndSizes) {
        Builder builder = builder(pricesAndSizes.length / 2);
        for (int i = 0; i < pricesAndSizes.length; i += 2) {
            builder.add(Decimals.parse(pricesAndSizes[i]), Decimals.parse(pricesAndSizes[i + 1]));
        }
        return builder.build();
    }

    /** Equal when every level has the same digits, trailing zeros included. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Levels that
                && size == that.size
                && Arrays.equals(mantissas, 0, 2 * size, that.mantissas, 0, 2 * size)
                && Arrays.equals(scales, 0, 2 * size, that.scales, 0, 2 * size);
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < 2 * size; i++) {
            hash = 31 * hash + Long.hashCode(mantissas[i]);
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(price(i).toPlainString())
                    .append(" x ")
                    .append(size(i).toPlainString());
        }
        return text.append(']').toString();
    }

    /** Collects levels in order. Not for use by several threads. */
    public static final class Builder {
        private long[] mantissas;
        private byte[] scales;
        private int numbers;

        private Builder(int expected) {
            mantissas = new long[2 * Math.max(expected, 4)];
            scales = new byte[mantissas.length];
        }

        /** Adds a level. */
        public Builder add(BigDecimal price, BigDecimal levelSize) {
            return number(price).number(levelSize);
        }

        /** Adds a level from mantissas and scales. */
        public Builder add(long priceMantissa, int priceScale, long sizeMantissa, int sizeScale) {
            return number(priceMantissa, priceScale).number(sizeMantissa, sizeScale);
        }

        /**
         * Adds the next number of the alternating prices and sizes.
         *
         * @throws NumberFormatException when it is no decimal number or does not fit 18 digits
         */
        public Builder number(char[] text, int offset, int length) {
            long mantissa = 0;
            int point = -1;
            int end = offset + length;
            if (length > 0 && length <= 19) {
                int i = offset;
                for (; i < end; i++) {
                    char c = text[i];
                    if (c >= '0' && c <= '9') {
                        mantissa = mantissa * 10 + (c - '0');
                    } else if (c == '.' && point < 0) {
                        point = i;
                    } else {
                        break;
                    }
                }
                if (i == end && point != end - 1 && (length < 19 || point >= 0)) {
                    return number(mantissa, point < 0 ? 0 : end - 1 - point);
                }
            }
            return number(Decimals.parse(text, offset, length));
        }

        /** As {@link #number(char[], int, int)}. */
        public Builder number(BigDecimal value) {
            BigDecimal fitted = value;
            if (value.precision() > MAX_DIGITS || value.scale() > MAX_DIGITS || value.scale() < 0) {
                int zeros = Math.max(value.precision(), value.scale()) - MAX_DIGITS;
                if (zeros > 0
                        && value.signum() != 0
                        && zeros <= Math.min(MAX_PADDING, value.scale())
                        && endsInZeros(value, zeros)) {
                    BigDecimal cut = value.setScale(value.scale() - zeros);
                    return number(cut.unscaledValue().longValue(), cut.scale() + PADDING * zeros);
                }
                fitted = value.stripTrailingZeros();
                fitted = fitted.scale() < 0 ? fitted.setScale(0) : fitted;
                if (fitted.precision() > MAX_DIGITS || fitted.scale() > MAX_DIGITS) {
                    throw new NumberFormatException("a book level has at most 18 digits, got " + value);
                }
            }
            return number(fitted.unscaledValue().longValue(), fitted.scale());
        }

        private static boolean endsInZeros(BigDecimal value, int zeros) {
            return value.stripTrailingZeros().scale() <= value.scale() - zeros;
        }

        private Builder number(long mantissa, int scale) {
            if (numbers == mantissas.length) {
                mantissas = Arrays.copyOf(mantissas, 2 * numbers);
                scales = Arrays.copyOf(scales, 2 * numbers);
            }
            mantissas[numbers] = mantissa;
            scales[numbers++] = (byte) scale;
            return this;
        }

        /**
         * The levels so far; the builder must not be used afterwards.
         *
         * @throws IllegalStateException when a price lacks its size
         */
        public Levels build() {
            if (numbers % 2 != 0) {
                throw new IllegalStateException("a level is [price, size], got a price alone");
            }
            return numbers == 0 ? EMPTY : new Levels(mantissas, scales, numbers / 2);
        }
    }
}
