package io.tapeline.venue.cme;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.model.json.IsoMicros;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * When contracts end and which are listed, by the rules of BTC, MBT, ETH and MET:
 * <ol>
 *   <li>Trading ends at 16:00 London time on the last Friday of the month; where that is no business day both in London and
 *       in the United States, on the day before that is.
 *   <li>Six consecutive months are listed and two Decembers more, one where a December is among the six.
 * </ol>
 * The venue's contract calendar, where it is read, beats the first rule.
 */
final class CmeExpiry {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime LAST_TRADE = LocalTime.of(16, 0);
    private static final int MONTHS = 6;

    private CmeExpiry() {}

    /** The last day of trading. */
    static LocalDate lastDay(YearMonth month) {
        LocalDate day = month.atDay(1).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
        while (!Holidays.worksInLondon(day) || !Holidays.settlesInUs(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The end of trading on a last day, epoch microseconds. */
    static long on(LocalDate lastDay) {
        return EpochTime.of(lastDay.atTime(LAST_TRADE).atZone(LONDON).toInstant());
    }

    static long of(YearMonth month) {
        return on(lastDay(month));
    }

    /** The day of an expiry in London. */
    static LocalDate date(long expiry) {
        return IsoMicros.toInstant(expiry).atZone(LONDON).toLocalDate();
    }

    /** The months that are listed at a time, epoch microseconds, the nearest first. */
    static List<YearMonth> listed(long now) {
        YearMonth first = YearMonth.from(date(now));
        if (of(first) <= now) {
            first = first.plusMonths(1);
        }
        List<YearMonth> months = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            months.add(first.plusMonths(i));
        }
        boolean december = months.stream().anyMatch(month -> month.getMonthValue() == 12);
        YearMonth next = YearMonth.of(months.getLast().getYear(), 12);
        for (int more = december ? 1 : 2; more > 0; next = next.plusYears(1)) {
            if (next.isAfter(months.getLast())) {
                months.add(next);
                more--;
            }
        }
        return months;
    }
}
