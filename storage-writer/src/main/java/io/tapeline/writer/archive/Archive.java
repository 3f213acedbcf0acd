package io.tapeline.writer.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Brings the objects to what the rows say. A minute's object is written when rows are stored that it does not have: soon
 * after the minute, or later when they come late. A day's object is its minutes' one after another. Nothing but the
 * objects themselves says what was written, so there is nothing to disagree with them after a crash.
 *
 * <p>Rows that are gone (retention) take nothing out of the archive. One thread.
 */
final class Archive {
    /** Rows seldom come later; if they do, the comparison of whole days finds them. */
    private static final Duration RECENT = Duration.ofMinutes(5);

    /** Counts of so much are kept in memory at once. */
    private static final Duration PORTION = Duration.ofHours(1);

    private final DataSource database;
    private final ArchiveProperties settings;
    private final Stage stage;
    private final Clock clock;
    private final WatchedDays days;
    private Instant checkedUntil = Instant.EPOCH;
    private Instant nextComparison = Instant.MIN;
    private Instant nextDaily = Instant.MIN;

    Archive(DataSource database, ArchiveProperties settings, Stage stage, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.stage = stage;
        this.clock = clock;
        this.days = new WatchedDays(stage);
    }

    /** Writes what is due. */
    void run() throws SQLException, IOException {
        Instant now = clock.instant();
        LocalDate first = firstDay(now);
        days.forgetBefore(first);
        Instant end = now.minus(settings.settle()).truncatedTo(ChronoUnit.MINUTES);
        Instant begin = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        boolean comparing = !now.isBefore(nextComparison);
        try (DepthRows rows = DepthRows.open(database, settings)) {
            minutes(rows, comparing ? begin : later(begin, checkedUntil.minus(RECENT)), end);
        }
        checkedUntil = end;
        if (comparing) {
            nextComparison = now.plus(settings.lateInterval());
        }
        if (!now.isBefore(nextDaily)) {
            days.writeDays();
            nextDaily = now.plus(settings.dailyInterval());
        }
    }

    /** The first day that is watched for late rows. */
    private LocalDate firstDay(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(settings.days() - 1L);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void minutes(DepthRows rows, Instant begin, Instant end) throws SQLException, IOException {
        for (Instant from = begin; from.isBefore(end); from = from.plus(PORTION)) {
            Instant to = from.plus(PORTION).isBefore(end) ? from.plus(PORTION) : end;
            for (Map.Entry<Instant, Set<Series>> minute :
                    incomplete(rows, from, to).entrySet()) {
                write(rows, minute.getKey(), minute.getValue());
            }
        }
    }

    /** Minutes of which more rows are stored than lines are written. */
    private SortedMap<Instant, Set<Series>> incomplete(DepthRows rows, Instant from, Instant to)
            throws SQLException, IOException {
        SortedMap<Instant, Set<Series>> found = new TreeMap<>();
        rows.count(from, to, (series, minute, stored) -> {
            if (series.nameable() && days.lines(series, minute) < stored) {
                found.computeIfAbsent(minute, m -> new HashSet<>()).add(series);
            }
        });
        return found;
    }

    private void write(DepthRows rows, Instant minute, Set<Series> wanted) throws SQLException, IOException {
        MinuteLines lines = new MinuteLines(minute);
        rows.read(minute, (series, row) -> {
            if (wanted.contains(series)) {
                lines.startOf(series);
                DepthLine.write(row, lines.bytes);
                lines.count++;
            }
        });
        lines.finish();
    }

    /** Lines of one series and minute after another, each put in place when the next begins. */
    private final class MinuteLines {
        private final Instant minute;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int count;
        private @Nullable Series series;

        MinuteLines(Instant minute) {
            this.minute = minute;
        }

        void startOf(Series next) throws IOException {
            if (!next.equals(series)) {
                finish();
                series = next;
            }
        }

        void finish() throws IOException {
            if (series != null) {
                stage.put(series.minuteKey(minute), file -> writeAll(file, ByteBuffer.wrap(bytes.toByteArray())));
                days.wrote(series, minute, count);
            }
            bytes.reset();
            count = 0;
        }
    }

    private static void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
