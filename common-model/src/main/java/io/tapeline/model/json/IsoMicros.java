package io.tapeline.model.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;

/** Epoch microseconds as ISO-8601 UTC text with exactly six decimals, and back. */
public final class IsoMicros {
    /** Length of the text, {@code 2026-11-20T10:00:00.123456Z}. */
    public static final int LENGTH = 27;

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private IsoMicros() {}

    /** Text of a time in the years 0 to 9999. */
    public static String format(long micros) {
        char[] text = new char[LENGTH];
        format(micros, text);
        return new String(text);
    }

    /** Writes the text to the start of a buffer. */
    static void format(long micros, char[] into) {
        long day = Math.floorDiv(micros, MICROS_PER_DAY);
        long rest = Math.floorMod(micros, MICROS_PER_DAY);
        LocalDate date = LocalDate.ofEpochDay(day);
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new DateTimeException("time out of range: " + micros + " microseconds");
        }
        digits(into, 0, 4, date.getYear());
        into[4] = '-';
        digits(into, 5, 2, date.getMonthValue());
        into[7] = '-';
        digits(into, 8, 2, date.getDayOfMonth());
        into[10] = 'T';
        digits(into, 11, 2, rest / 3_600_000_000L);
        into[13] = ':';
        digits(into, 14, 2, rest / 60_000_000L % 60);
        into[16] = ':';
        digits(into, 17, 2, rest / 1_000_000L % 60);
        into[19] = '.';
        digits(into, 20, 6, rest % 1_000_000L);
        into[26] = 'Z';
    }

    private static void digits(char[] into, int offset, int count, long value) {
        long rest = value;
        for (int i = offset + count - 1; i >= offset; i--) {
            into[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
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
