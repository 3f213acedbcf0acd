package io.tapeline.writer.archive;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** What the objects of the days that are watched hold. */
final class WatchedDays {
    private final Stage stage;
    private final Map<LocalDate, Map<Series, SeriesDay>> days = new HashMap<>();

    WatchedDays(Stage stage) {
        this.stage = stage;
    }

    void forgetBefore(LocalDate first) {
        days.keySet().removeIf(date -> date.isBefore(first));
    }

    /** Lines of a minute's object. */
    int lines(Series series, Instant minute) throws IOException {
        return lines(series, day(series, minute), minute);
    }

    private int lines(Series series, SeriesDay day, Instant minute) throws IOException {
        if (day.lines(minute) == SeriesDay.UNKNOWN) {
            day.found(minute, stage.lines(series.minuteKey(minute)));
        }
        return day.lines(minute);
    }

    void wrote(Series series, Instant minute, int lines) {
        day(series, minute).wrote(minute, lines);
    }

    private SeriesDay day(Series series, Instant minute) {
        LocalDate date = LocalDate.ofInstant(minute, ZoneOffset.UTC);
        return days.computeIfAbsent(date, d -> new HashMap<>()).computeIfAbsent(series, s -> new SeriesDay(date));
    }

    /** Writes the object of each day that lacks something. */
    void writeDays() throws IOException {
        for (Map.Entry<LocalDate, Map<Series, SeriesDay>> date : days.entrySet()) {
            for (Map.Entry<Series, SeriesDay> each : date.getValue().entrySet()) {
                if (each.getValue().behind()) {
                    writeDay(each.getKey(), each.getKey().dayKey(date.getKey()), each.getValue());
                }
            }
        }
    }

    /** The object is written whole; what it has already is copied, where no minute of that has changed. */
    private void writeDay(Series series, String key, SeriesDay day) throws IOException {
        int first = stage.has(key) ? day.firstMissing() : 0;
        int last = lastWithLines(series, day, first);
        if (last < 0) {
            return;
        }
        stage.put(key, file -> {
            if (first > 0) {
                stage.append(key, file);
            }
            for (int i = first; i <= last; i++) {
                if (lines(series, day, day.minute(i)) > 0) {
                    stage.append(series.minuteKey(day.minute(i)), file);
                }
            }
        });
        day.dailyWritten(last);
    }

    /** The last minute that has an object, {@code first - 1} when none has from there on. */
    private int lastWithLines(Series series, SeriesDay day, int first) throws IOException {
        for (int i = SeriesDay.MINUTES - 1; i >= first; i--) {
            if (lines(series, day, day.minute(i)) > 0) {
                return i;
            }
        }
        return first - 1;
    }
}
