package io.tapeline.venue.cme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/**
 * Days without business, by their rules: in the United States those on which the exchanges close, in London the bank
 * holidays of England. One-off holidays (a coronation) are not in it.
 */
final class Holidays {
    private Holidays() {}

    /** Whether exchanges in the United States settle on a day. */
    static boolean settlesInUs(LocalDate day) {
        return weekday(day) && !us(day.getYear()).contains(day);
    }

    /** Whether London works on a day. */
    static boolean worksInLondon(LocalDate day) {
        return weekday(day) && !london(day.getYear()).contains(day);
    }

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Set<LocalDate> us(int year) {
        Set<LocalDate> days = new TreeSet<>();
        LocalDate newYear = LocalDate.of(year, 1, 1);
        // The one holiday that exchanges do not move to the Friday before: that would be the last day of the year.
        days.add(newYear.getDayOfWeek() == DayOfWeek.SUNDAY ? newYear.plusDays(1) : newYear);
        days.add(nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY));
        days.add(nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY));
        days.add(easter(year).minusDays(2));
        days.add(lastMonday(year, Month.MAY));
        days.add(observed(LocalDate.of(year, Month.JUNE, 19)));
        days.add(observed(LocalDate.of(year, Month.JULY, 4)));
        days.add(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY));
        days.add(nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY));
        days.add(observed(LocalDate.of(year, Month.DECEMBER, 25)));
        return days;
    }

    private static Set<LocalDate> london(int year) {
        Set<LocalDate> days = new TreeSet<>();
        addOrNextWeekday(days, LocalDate.of(year, 1, 1));
        days.add(easter(year).minusDays(2));
        days.add(easter(year).plusDays(1));
        days.add(nth(year, Month.MAY, 1, DayOfWeek.MONDAY));
        days.add(lastMonday(year, Month.MAY));
        days.add(lastMonday(year, Month.AUGUST));
        addOrNextWeekday(days, LocalDate.of(year, Month.DECEMBER, 25));
        addOrNextWeekday(days, LocalDate.of(year, Month.DECEMBER, 26));
        return days;
    }

    /** On a weekend it is kept on the Friday before or the Monday after. */
    private static LocalDate observed(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** A bank holiday on a weekend is kept on the next weekday that is none. */
    private static void addOrNextWeekday(Set<LocalDate> days, LocalDate day) {
        LocalDate kept = day;
        while (!weekday(kept) || days.contains(kept)) {
            kept = kept.plusDays(1);
        }
        days.add(kept);
    }

    private static LocalDate nth(int year, Month month, int ordinal, DayOfWeek day) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
    }

    private static LocalDate lastMonday(int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
    }

    /** Easter Sunday of the Gregorian calendar (Gauss, in the form of Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int days = h + l - 7 * m + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
