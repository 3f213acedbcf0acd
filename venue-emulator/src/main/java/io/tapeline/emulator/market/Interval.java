package io.tapeline.emulator.market;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A candle's length. One named {@code 1w} begins on Mondays, one named {@code 1M} with the month, all others at multiples of
 * their length since 1970.
 */
public record Interval(String name, int minutes) {
    public static final Interval MINUTE = new Interval("1m", 1);

    /** The usual ones, from the shortest to the longest; a venue may have others, named its own way. */
    public static final List<Interval> ALL = List.of(
            MINUTE,
            new Interval("3m", 3),
            new Interval("5m", 5),
            new Interval("15m", 15),
            new Interval("30m", 30),
            new Interval("1h", 60),
            new Interval("2h", 120),
            new Interval("4h", 240),
            new Interval("6h", 360),
            new Interval("8h", 480),
            new Interval("12h", 720),
            new Interval("1d", 1440),
            new Interval("3d", 4320),
            new Interval("1w", 10080),
            new Interval("1M", 43200));

    private static final long MINUTE_MILLIS = 60_000;

    /** 1970-01-01 was a Thursday; weeks begin on Monday. */
    private static final long MONDAY = 4 * 1440 * MINUTE_MILLIS;

    public static Optional<Interval> of(String name) {
        return ALL.stream().filter(interval -> interval.name.equals(name)).findFirst();
    }

    /** Start of the candle that a time falls into. */
    public long open(long time) {
        return switch (name) {
            case "1M" -> month(time).toInstant().toEpochMilli();
            case "1w" -> Math.floorDiv(time - MONDAY, millis()) * millis() + MONDAY;
            default -> Math.floorDiv(time, millis()) * millis();
        };
    }

    /** Start of the candle after the one that begins at {@code open}. */
    public long next(long open) {
        return name.equals("1M") ? month(open).plusMonths(1).toInstant().toEpochMilli() : open + millis();
    }

    private long millis() {
        return minutes * MINUTE_MILLIS;
    }

    private static ZonedDateTime month(long time) {
        return Instant.ofEpochMilli(time)
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1);
    }
}
