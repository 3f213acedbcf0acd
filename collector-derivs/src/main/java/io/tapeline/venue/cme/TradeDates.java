package io.tapeline.venue.cme;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.model.json.IsoMicros;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Days that are settled, in Chicago. Trading goes on at weekends, under the trade date of the next business day; only
 * business days are settled.
 */
final class TradeDates {
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    /** When settlement prices are fixed. */
    private static final LocalTime FIXED = LocalTime.of(15, 0);

    /** When figures of the trade date before are final. */
    private static final LocalTime FINAL = LocalTime.of(9, 0);

    private TradeDates() {}

    /** The instant a trade date's prices are fixed, epoch microseconds. */
    static long settled(LocalDate date) {
        return micros(date, FIXED);
    }

    private static long micros(LocalDate date, LocalTime time) {
        return EpochTime.of(date.atTime(time).atZone(CHICAGO).toInstant());
    }

    static ZonedDateTime inChicago(long micros) {
        return IsoMicros.toInstant(micros).atZone(CHICAGO);
    }

    static LocalDate before(LocalDate date) {
        LocalDate day = date.minusDays(1);
        while (!Holidays.settlesInUs(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static LocalDate after(LocalDate date) {
        LocalDate day = date.plusDays(1);
        while (!Holidays.settlesInUs(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The newest trade date whose prices are fixed. */
    static LocalDate latest(long now) {
        LocalDate today = inChicago(now).toLocalDate();
        return Holidays.settlesInUs(today) && settled(today) <= now ? today : before(today);
    }

    /** Whether the figures of a trade date are final by a time: on the morning of the next business day. */
    static boolean isFinal(LocalDate date, long now) {
        return micros(after(date), FINAL) <= now;
    }

    /** The next of these times of business days after a time. */
    static long next(long now, List<LocalTime> times) {
        LocalDate today = inChicago(now).toLocalDate();
        for (LocalDate day = Holidays.settlesInUs(today) ? today : after(today); ; day = after(day)) {
            LocalDate candidate = day;
            long next = times.stream()
                    .mapToLong(time -> micros(candidate, time))
                    .filter(at -> at > now)
                    .min()
                    .orElse(-1);
            if (next > 0) {
                return next;
            }
        }
    }
}
