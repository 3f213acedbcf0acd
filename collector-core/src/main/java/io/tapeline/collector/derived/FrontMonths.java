package io.tapeline.collector.derived;

import io.tapeline.model.event.Settlement;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which month of a chain of futures leads it, day by day. Rules:
 * <ol>
 *   <li>On the first day that is known, it is the unexpired month with the most open interest; where none is told, with the
 *       most volume; where neither is, the nearest.
 *   <li>It stays until a later month has more open interest, or had more volume on that day and the trade date before, or
 *       until it has expired when a day is settled. The lead never goes back to an earlier month.
 *   <li>The day it changes is the day of the roll. A day whose trade date before is not known has no roll.
 * </ol>
 * Not for use by several threads.
 */
final class FrontMonths {
    private static final int DAYS_KEPT = 400;

    /** The longest time between two trade dates, weekend and holidays included. */
    private static final long LONGEST_BREAK = 7;

    private static final Comparator<@Nullable BigDecimal> UNKNOWN_LEAST =
            Comparator.nullsFirst(Comparator.naturalOrder());

    /**
     * The leading month of a day.
     *
     * @param instrument null where every month has expired
     * @param roll whether it leads since this day
     */
    record Front(@Nullable InstrumentId instrument, boolean roll) {}

    private record Month(
            InstrumentId instrument,
            long expiry,
            boolean expired,
            @Nullable BigDecimal interest,
            @Nullable BigDecimal volume) {

        boolean moreInterest(Month other) {
            return interest != null && other.interest != null && interest.compareTo(other.interest) > 0;
        }

        boolean moreVolume(Month other) {
            return volume != null && other.volume != null && volume.compareTo(other.volume) > 0;
        }
    }

    private static final class Day {
        private final Map<InstrumentId, Month> months = new HashMap<>();
        private @Nullable InstrumentId front;

        /** Those that have not expired, the nearest first. */
        List<Month> unexpired() {
            return months.values().stream()
                    .filter(month -> !month.expired())
                    .sorted(Comparator.comparingLong(Month::expiry))
                    .toList();
        }
    }

    private final TreeMap<String, Day> days = new TreeMap<>();

    /** Takes what was settled of one month; a later word about the same day replaces an earlier one. */
    void settled(Settlement settlement, @Nullable Long expiry) {
        if (expiry == null) {
            return;
        }
        Day day = days.computeIfAbsent(settlement.tradeDate(), date -> new Day());
        boolean expired = expiry <= settlement.header().timestamp();
        day.months.put(
                settlement.instrumentId(),
                new Month(settlement.instrumentId(), expiry, expired, settlement.openInterest(), settlement.volume()));
    }

    /** Takes the open interest of a day of which nothing else may be known. */
    void counted(String tradeDate, InstrumentId instrument, @Nullable Long expiry, BigDecimal interest) {
        if (expiry != null) {
            days.computeIfAbsent(tradeDate, date -> new Day())
                    .months
                    .putIfAbsent(instrument, new Month(instrument, expiry, false, interest, null));
        }
    }

    /** The leading month of a day of which something was settled; days are asked for in order. */
    Front front(String tradeDate) {
        Day day = days.get(tradeDate);
        if (day == null) {
            return new Front(null, false);
        }
        Day before = before(tradeDate);
        Month front = before == null ? first(day) : next(day, before);
        day.front = front == null ? null : front.instrument();
        if (days.size() > DAYS_KEPT) {
            days.pollFirstEntry();
        }
        boolean roll = before != null && before.front != null && front != null && !before.front.equals(day.front);
        return new Front(day.front, roll);
    }

    private @Nullable Day before(String tradeDate) {
        Map.Entry<String, Day> entry = days.lowerEntry(tradeDate);
        if (entry == null || daysBetween(entry.getKey(), tradeDate) > LONGEST_BREAK) {
            return null;
        } else if (entry.getValue().front == null) {
            front(entry.getKey());
        }
        return entry.getValue();
    }

    private static long daysBetween(String from, String to) {
        return ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static @Nullable Month first(Day day) {
        // Of equals the nearest: max takes the last of them.
        return day.unexpired().reversed().stream()
                .max(Comparator.comparing(Month::interest, UNKNOWN_LEAST).thenComparing(Month::volume, UNKNOWN_LEAST))
                .orElse(null);
    }

    private static @Nullable Month next(Day day, Day before) {
        Month led = before.front == null ? null : before.months.get(before.front);
        if (led == null) {
            return first(day);
        }
        return day.unexpired().stream()
                .filter(month -> month.expiry() >= led.expiry())
                .reduce((front, later) -> overtakes(later, front, before) ? later : front)
                .orElse(null);
    }

    private static boolean overtakes(Month later, Month front, Day before) {
        Month laterBefore = before.months.get(later.instrument());
        Month frontBefore = before.months.get(front.instrument());
        return later.moreInterest(front)
                || (later.moreVolume(front)
                        && laterBefore != null
                        && frontBefore != null
                        && laterBefore.moreVolume(frontBefore));
    }
}
