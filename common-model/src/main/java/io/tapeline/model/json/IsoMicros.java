package io.tapeline.model.json;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;

/** Epoch microseconds as ISO-8601 UTC text with exactly six decimals, and back. */
public final class IsoMicros {
    /** Length of the text, {@code 2026-11-20T10:00:00.123456Z}. */
    public static final int LENGTH = 27;

    /** Length of its date. */
    static final int DATE_LENGTH = 10;

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private IsoMicros() {}

    /** Text of a time in the years 0 to 9999. */
    public static String format(long micros) {
        String quoted = new String(new JsonBytes().time(micros).toByteArray(), StandardCharsets.US_ASCII);
        return quoted.substring(1, LENGTH + 1);
    }

    /** Writes the date, {@code 2026-11-20}, to the start of a buffer. */
    static void formatDate(long micros, byte[] into) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_PER_DAY));
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new DateTimeException("time out of range: " + micros + " microseconds");
        }
        byte[] text = date.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, into, 0, DATE_LENGTH);
    }

    /**
     * Reads any ISO-8601 time with an offset; what is finer than a microsecond is cut off.
     *
     * @throws DateTimeException when it is none
     */
    public static long parse(String text) {
        if (text.length() == LENGTH && text.charAt(26) == 'Z' && text.charAt(19) == '.') {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2))
                    .toEpochDay();
            long seconds = number(text, 11, 2) * 3600L + number(text, 14, 2) * 60L + number(text, 17, 2);
            return day * MICROS_PER_DAY + seconds * 1_000_000L + number(text, 20, 6);
        }
        return of(OffsetDateTime.parse(text).toInstant());
    }

    private static int number(String text, int offset, int count) {
        int value = 0;
        for (int i = offset; i < offset + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("expected an ISO-8601 time, got '" + text + "'");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Epoch microseconds of an instant. */
    public static long of(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.get(ChronoField.MICRO_OF_SECOND));
    }

    /** The instant of epoch microseconds. */
    public static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
}
