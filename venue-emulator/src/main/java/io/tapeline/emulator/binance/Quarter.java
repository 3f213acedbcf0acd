package io.tapeline.emulator.binance;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;

/**
 * A quarterly expiry: the last Friday of March, June, September or December, 08:00 UTC.
 *
 * @param delivery epoch milliseconds
 */
record Quarter(String code, long delivery) {
    /** The first that is at least a week away. */
    static Quarter after(long time) {
        LocalDate earliest =
                Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate().plusWeeks(1);
        LocalDate month = earliest.withDayOfMonth(1).plusMonths((12 - earliest.getMonthValue()) % 3);
        LocalDate friday = month.with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
        if (friday.isBefore(earliest)) {
            friday = month.plusMonths(3).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
        }
        return new Quarter(
                friday.format(DateTimeFormatter.ofPattern("yyMMdd")),
                friday.atTime(8, 0).toInstant(ZoneOffset.UTC).toEpochMilli());
    }
}
