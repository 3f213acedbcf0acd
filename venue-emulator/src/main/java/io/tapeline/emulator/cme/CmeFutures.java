package io.tapeline.emulator.cme;

import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The futures of one product: a function of the spot price, the day and the seed.
 *
 * @param id on the site
 * @param spot the market of its coin in USD
 */
record CmeFutures(String product, int id, String name, Grid price, ListedContract spot, long seed) {
    private static final double CARRY_A_YEAR = 0.06;
    private static final double DAYS_A_YEAR = 365;
    private static final long MINUTE = 60_000;

    /** What is told of one month of a day. @param settle ticks */
    record Row(YearMonth month, long settle, long volume, long openInterest, long atClose) {}

    /** Empty before the day is settled, and on days that are not. */
    List<Row> rows(LocalDate day, long now) {
        if (!CmeMonths.isTradeDate(day) || CmeMonths.settled(day) > now) {
            return List.of();
        }
        return spot
                .candles()
                .range(Interval.MINUTE, CmeMonths.settled(day) - MINUTE, CmeMonths.settled(day) - MINUTE, 1)
                .stream()
                .flatMap(bar -> rows(day, bar).stream())
                .toList();
    }

    private List<Row> rows(LocalDate day, Bar minute) {
        double index = spot.spec().price().approximate(minute.close());
        return CmeMonths.listed(day).stream()
                .map(month -> new Row(
                        month,
                        future(index, month, CmeMonths.settled(day)),
                        interest(day, month) / 3,
                        interest(day.minusDays(1), month),
                        interest(day, month)))
                .toList();
    }

    /** The price of a month at a time, in ticks. */
    long future(double index, YearMonth month, long time) {
        double days = Duration.between(Instant.ofEpochMilli(time), CmeMonths.end(month))
                        .toMinutes()
                / 1_440.0;
        return price.count(index * (1 + CARRY_A_YEAR * days / DAYS_A_YEAR));
    }

    /** Moves on to the next month in the last week, so that the front month rolls. */
    private long interest(LocalDate day, YearMonth month) {
        long days = day.until(CmeMonths.lastDay(month), java.time.temporal.ChronoUnit.DAYS);
        double share = days < 6 ? 0.3 : days < 38 ? 1 : days < 70 ? 0.5 : 0.1;
        double noise = 0.95 + 0.1 * Seeds.uniform(Seeds.mix(seed, product + month), day.toEpochDay());
        return (long) (12_000 * share * noise);
    }
}
