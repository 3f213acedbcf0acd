package io.tapeline.query.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as people write them in URLs. */
final class Times {
    static final String EXPECTED =
            "an ISO-8601 date or time of the years 1970 to 9999, such as 2025-11-14 or 2025-11-14T10:30:00Z";

    private static final int DATE_LENGTH = 10;
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Times() {}

    /**
     * Reads a date (its midnight) or a time, UTC unless it has an offset; what is finer than a microsecond is cut off.
     *
     * @throws DateTimeException when it is neither, or out of range
     */
    static Instant parse(String text) {
        Instant time = instant(text).truncatedTo(ChronoUnit.MICROS);
        if (time.isBefore(FIRST) || time.isAfter(END)) {
            throw new DateTimeException("out of range");
        }
        return time;
    }

    private static Instant instant(String text) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        String iso = iso(text);
        boolean offset = iso.endsWith("Z")
                || iso.endsWith("z")
                || iso.lastIndexOf('+') > 0
                || iso.lastIndexOf('-') > DATE_LENGTH;
        return offset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    /** A space between date and time is common; any other was a plus sign that nobody escaped. */
    private static String iso(String text) {
        if (text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ') {
            return text.substring(0, DATE_LENGTH)
                    + 'T'
                    + text.substring(DATE_LENGTH + 1).replace(' ', '+');
        }
        return text.replace(' ', '+');
    }
}
