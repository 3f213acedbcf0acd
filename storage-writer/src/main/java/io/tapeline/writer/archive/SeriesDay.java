package io.tapeline.writer.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** What is known of the objects of one series and day; what is not known is read from the objects themselves. */
final class SeriesDay {
    static final int MINUTES = 24 * 60;
    static final int UNKNOWN = -1;
    private static final int NONE = -1;

    private final Instant start;
    private final int[] lines = new int[MINUTES];
    private int lastInDaily = NONE;
    private boolean behind = true;

    SeriesDay(LocalDate date) {
        this.start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        Arrays.fill(lines, UNKNOWN);
    }

    /** Start of a minute of the day. */
    Instant minute(int index) {
        return start.plus(index, ChronoUnit.MINUTES);
    }

    private int index(Instant minute) {
        return (int) start.until(minute, ChronoUnit.MINUTES);
    }

    /** Lines of a minute's object, or {@link #UNKNOWN}. */
    int lines(Instant minute) {
        return lines[index(minute)];
    }

    void found(Instant minute, int count) {
        lines[index(minute)] = count;
    }

    void wrote(Instant minute, int count) {
        int index = index(minute);
        lines[index] = count;
        behind = true;
        if (index <= lastInDaily) {
            lastInDaily = NONE;
        }
    }

    /** Whether the day's object may lack what a minute's has. */
    boolean behind() {
        return behind;
    }

    /** The first minute that the day's object does not have, when what it has is still right; otherwise 0. */
    int firstMissing() {
        return lastInDaily + 1;
    }

    /** @param last minute that it has now */
    void dailyWritten(int last) {
        behind = false;
        lastInDaily = last;
    }
}
