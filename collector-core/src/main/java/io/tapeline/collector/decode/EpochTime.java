package io.tapeline.collector.decode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Times of venues in epoch microseconds. */
public final class EpochTime {
    /** The end of the year 9999, the last that ISO-8601 text of four digits can say. */
    private static final long LAST_MICROS = 253_402_300_799_999_999L;

    /** By magnitude (conventions across venues): below 1e11 seconds, 1e14 milliseconds, 1e17 microseconds. */
    private static final long MILLIS_FROM = 100_000_000_000L;

    private static final long MICROS_FROM = 100_000_000_000_000L;
    private static final long NANOS_FROM = 100_000_000_000_000_000L;
    private static final long HOUR = 3_600_000_000L;

    private EpochTime() {}

    /** From a count of milliseconds. */
    public static long millis(String name, long millis) {
        return checked(name, millis, millis <= LAST_MICROS / 1_000 ? millis * 1_000 : -1);
    }

    /** From a count of seconds, with or without decimals. */
    public static long seconds(String name, BigDecimal seconds) {
        BigDecimal micros = seconds.movePointRight(6).setScale(0, RoundingMode.FLOOR);
        return micros.precision() > 18
                ? checked(name, seconds.longValue(), -1)
                : checked(name, seconds.longValue(), micros.longValueExact());
    }

    /** From a count of nanoseconds; what is finer than a microsecond is cut. */
    public static long nanos(String name, long nanos) {
        return checked(name, nanos, nanos / 1_000);
    }

    /** From a count whose unit only its size tells. */
    public static long byMagnitude(String name, long count) {
        if (count < MILLIS_FROM) {
            return checked(name, count, count * 1_000_000);
        } else if (count < MICROS_FROM) {
            return millis(name, count);
        }
        return checked(name, count, count < NANOS_FROM ? count : count / 1_000);
    }

    /** From ISO-8601 text with an offset, such as {@code 2026-11-20T10:00:00.123456Z}. */
    public static long iso(String name, String text) {
        try {
            Instant instant = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
            return checked(name, instant.getEpochSecond(), of(instant));
        } catch (DateTimeException e) {
            throw new BadMember(name, "expected a time such as 2026-11-20T10:00:00.123Z, got '" + text + "'");
        }
    }

    public static long of(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    /** The next full hour, which is when a venue that funds every hour does so. */
    public static long hourAfter(long micros) {
        return (Math.floorDiv(micros, HOUR) + 1) * HOUR;
    }

    private static long checked(String name, long given, long micros) {
        if (given < 0 || micros < 0 || micros > LAST_MICROS) {
            throw new BadMember(name, "expected a time between 1970 and 9999, got " + given);
        }
        return micros;
    }
}
