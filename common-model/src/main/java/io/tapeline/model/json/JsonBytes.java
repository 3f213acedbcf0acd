package io.tapeline.model.json;

import io.tapeline.model.decimal.Levels;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * JSON values printed into a reused buffer. Most of an event is numbers and times, which a general generator prints
 * through several layers of checks; here they are digits straight into bytes, several times as fast. Escaping is
 * Jackson's. Not for use by several threads.
 */
final class JsonBytes {
    private static final long MICROS_PER_DAY = 86_400_000_000L;
    /** 19 digits, up to 18 zeros before them, sign and point. */
    private static final int LONGEST_NUMBER = 40;
    /** What a thread keeps between events; a whole book may need more for a moment. */
    private static final int KEPT = 64 * 1024;

    private static final long[] POWERS_OF_TEN =
            LongStream.iterate(1, power -> power * 10).limit(19).toArray();

    private byte[] bytes = new byte[512];
    private int length;
    /** The day whose text {@link #date} holds: most times are of the same day as the one before. */
    private long day = Long.MIN_VALUE;

    private final byte[] date = new byte[IsoMicros.DATE_LENGTH];

    JsonBytes clear() {
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[KEPT];
        }
        return this;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Punctuation, or text that is JSON already. */
    JsonBytes raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    JsonBytes raw(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
        return this;
    }

    /**
     * A quoted text.
     *
     * @throws IllegalArgumentException when it is not valid UTF-16
     */
    JsonBytes text(String text) {
        int characters = text.length();
        reserve(characters + 2);
        int at = length;
        bytes[at++] = '"';
        for (int i = 0; i < characters; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return escaped(text);
            }
            bytes[at++] = (byte) c;
        }
        bytes[at++] = '"';
        length = at;
        return this;
    }

    private JsonBytes escaped(String text) {
        return raw('"').raw(JsonStringEncoder.getInstance().quoteAsUTF8(text)).raw('"');
    }

    JsonBytes integer(long value) {
        return value == Long.MIN_VALUE
                ? raw(Long.toString(value).getBytes(StandardCharsets.US_ASCII))
                : decimal(value, 0);
    }

    /** A decimal without an exponent. */
    JsonBytes decimal(BigDecimal value) {
        // Under 10^18 the unscaled value fits a long whatever its sign.
        return value.precision() <= 18 && value.scale() >= 0 && value.scale() <= 18
                ? decimal(value.unscaledValue().longValue(), value.scale())
                : raw(value.toPlainString().getBytes(StandardCharsets.US_ASCII));
    }

    private JsonBytes decimal(long mantissa, int scale) {
        reserve(LONGEST_NUMBER);
        long rest = mantissa;
        if (rest < 0) {
            bytes[length++] = '-';
            rest = -rest;
        }
        int end = length + Math.max(digits(rest), scale + 1) + (scale == 0 ? 0 : 1);
        int at = end;
        if (scale > 0) {
            rest = digits(rest, at, scale);
            at -= scale + 1;
            bytes[at] = '.';
        }
        digits(rest, at, at - length);
        length = end;
        return this;
    }

    /** Prints the last digits of a number before a position and returns what is left of it. */
    private long digits(long number, int before, int count) {
        if (number > Integer.MAX_VALUE) {
            long rest = number;
            for (int at = before - 1; at >= before - count; at--) {
                bytes[at] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
            return rest;
        }
        // Most numbers are small, and dividing 32 bits is cheaper.
        int rest = (int) number;
        for (int at = before - 1; at >= before - count; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return rest;
    }

    /** How many digits a number has; none for zero. */
    private static int digits(long value) {
        // 1233 / 4096 is just over log10(2): right, or one too few.
        int guess = ((64 - Long.numberOfLeadingZeros(value | 1)) * 1233) >>> 12;
        return value >= POWERS_OF_TEN[guess] ? guess + 1 : guess;
    }

    private void number(long mantissa, int scale) {
        if (Levels.isPlain(scale)) {
            decimal(mantissa, scale);
        } else {
            decimal(Levels.value(mantissa, scale));
        }
    }

    /** {@code [[price,size],...]}. */
    JsonBytes levels(Levels levels) {
        raw('[');
        for (int i = 0; i < levels.size(); i++) {
            raw(i == 0 ? '[' : ',');
            if (i > 0) {
                raw('[');
            }
            number(levels.priceMantissa(i), levels.priceScale(i));
            raw(',');
            number(levels.sizeMantissa(i), levels.sizeScale(i));
            raw(']');
        }
        return raw(']');
    }

    /** Quoted ISO-8601 text with six decimals. */
    JsonBytes time(long micros) {
        long newDay = Math.floorDiv(micros, MICROS_PER_DAY);
        if (newDay != day) {
            IsoMicros.formatDate(micros, date);
            day = newDay;
        }
        raw('"').raw(date);
        long rest = micros - newDay * MICROS_PER_DAY;
        int seconds = (int) (rest / 1_000_000);
        int fraction = (int) (rest - seconds * 1_000_000L);
        reserve(IsoMicros.LENGTH);
        pair('T', seconds / 3600);
        pair(':', seconds / 60 % 60);
        pair(':', seconds % 60);
        pair('.', fraction / 10_000);
        pair(fraction / 100 % 100);
        pair(fraction % 100);
        return raw('Z').raw('"');
    }

    private void pair(char before, int value) {
        bytes[length++] = (byte) before;
        pair(value);
    }

    private void pair(int value) {
        bytes[length++] = (byte) ('0' + value / 10);
        bytes[length++] = (byte) ('0' + value % 10);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
