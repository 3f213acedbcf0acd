package io.tapeline.emulator.bybit;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Contracts end on the last Friday of a quarter at 08:00; their day is spelled {@code 25DEC26}, not padded. */
final class BybitDates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dMMMyy", Locale.ENGLISH);

    private BybitDates() {}

    /** The first end that is more than a week away, epoch milliseconds. */
    static long nextQuarter(long time) {
        LocalDate soon =
                LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC).plusDays(7);
        LocalDate end = endOfQuarter(soon);
        return millis(end.isAfter(soon) ? end : endOfQuarter(soon.plusMonths(3).withDayOfMonth(1)));
    }

    /** The end of the quarter before the one that a time is in, epoch milliseconds. */
    static long lastQuarter(long time) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
        return millis(endOfQuarter(day.withDayOfMonth(1).minusMonths(3)));
    }

    private static LocalDate endOfQuarter(LocalDate day) {
        int lastMonth = (day.getMonthValue() + 2) / 3 * 3;
        return day.withDayOfMonth(1).withMonth(lastMonth).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
    }

    private static long millis(LocalDate day) {
        return day.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    static String text(long millis) {
        return DAY.format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC)).toUpperCase(Locale.ROOT);
    }
}
