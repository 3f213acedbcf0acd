package io.tapeline.emulator.cme;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which months are listed, when they end, and when days are settled. */
final class CmeMonths {
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String LETTERS = "FGHJKMNQUVXZ";

    /** Good Fridays of the coming years that are the last Friday of a month. */
    private static final Set<LocalDate> GOOD_FRIDAYS = Set.of(
            LocalDate.of(2024, 3, 29), LocalDate.of(2027, 3, 26), LocalDate.of(2029, 3, 30), LocalDate.of(2032, 3, 26));

    private CmeMonths() {}

    static LocalDate lastDay(YearMonth month) {
        LocalDate friday = month.atDay(1).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
        if (month.getMonthValue() == 12 && (friday.getDayOfMonth() == 25 || friday.getDayOfMonth() == 26)) {
            return LocalDate.of(month.getYear(), 12, 24);
        }
        return GOOD_FRIDAYS.contains(friday) ? friday.minusDays(1) : friday;
    }

    static Instant end(YearMonth month) {
        return lastDay(month).atTime(LocalTime.of(16, 0)).atZone(LONDON).toInstant();
    }

    /** Six months in a row, and Decembers after them. */
    static List<YearMonth> listed(LocalDate day) {
        YearMonth first = YearMonth.from(day);
        first = lastDay(first).isBefore(day) ? first.plusMonths(1) : first;
        List<YearMonth> months = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            months.add(first.plusMonths(i));
        }
        int more = months.stream().anyMatch(month -> month.getMonthValue() == 12) ? 1 : 2;
        YearMonth december = YearMonth.of(months.getLast().getYear(), 12);
        for (; more > 0; december = december.plusYears(1)) {
            if (december.isAfter(months.getLast())) {
                months.add(december);
                more--;
            }
        }
        return months;
    }

    /** When a day's prices are fixed, epoch milliseconds. */
    static long settled(LocalDate day) {
        return day.atTime(LocalTime.of(15, 0)).atZone(CHICAGO).toInstant().toEpochMilli();
    }

    static boolean isTradeDate(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5;
    }

    /** As the settlements have it: {@code SEP 26}. */
    static String shortName(YearMonth month) {
        return monthName(month).toUpperCase(Locale.ROOT) + " %02d".formatted(month.getYear() % 100);
    }

    /** As the calendar has it: {@code Sep 2026}. */
    static String longName(YearMonth month) {
        return monthName(month) + " " + month.getYear();
    }

    private static String monthName(YearMonth month) {
        return month.getMonth().getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH);
    }

    /** Month letter and last digit of the year: {@code U6}. */
    static String code(YearMonth month) {
        return LETTERS.charAt(month.getMonthValue() - 1) + String.valueOf(month.getYear() % 10);
    }
}
