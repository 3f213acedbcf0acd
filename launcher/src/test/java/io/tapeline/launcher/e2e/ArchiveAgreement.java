package io.tapeline.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;

/** Holds the objects of an archive in a directory against the rows they are made of: line for line. */
final class ArchiveAgreement {
    private final Path directory;
    private final StoredRows stored;

    ArchiveAgreement(Path directory, StoredRows stored) {
        this.directory = directory;
        this.stored = stored;
    }

    /** Waits until some minutes have their objects and later rows, which it answers the newest of, have none. */
    DepthRow awaitMiddleOfAMinute() {
        patiently("objects of minutes")
                .until(() -> objects("~").keySet().stream().anyMatch(key -> key.contains("/min/")));
        patiently("rows of a minute without an object")
                .until(() -> !Files.exists(directory.resolve(newest().minuteKey())));
        return newest();
    }

    /**
     * Waits for the end of a minute that has rows newer than one, then until all objects of the time up to there are what
     * the rows say, and no others are there.
     */
    void holdsBeyond(DepthRow row) {
        patiently("rows after " + row.time()).until(() -> newest().time().compareTo(row.time()) > 0);
        // Before every time of the next minute, after every time of this one.
        String end = newest().endOfMinute().toString().substring(0, 16);
        patiently("rows from " + end + " on").until(() -> newest().time().compareTo(end) >= 0);
        patiently("the archive up to " + end)
                .untilAsserted(() -> assertThat(objects(end)).isEqualTo(due(end)));
        assertThat(due(end)).containsKeys(row.minuteKey(), row.dayKey());
    }

    private static ConditionFactory patiently(String what) {
        return await(what).atMost(Duration.ofSeconds(180)).pollInterval(Duration.ofMillis(500));
    }

    private DepthRow newest() {
        return stored.depthRows().getLast();
    }

    /** Every object there must be, and what it must say of the time before an end. */
    private SortedMap<String, String> due(String end) {
        SortedMap<String, String> objects = new TreeMap<>();
        for (DepthRow row : stored.depthRows()) {
            if (row.time().compareTo(end) < 0) {
                objects.merge(row.minuteKey(), row.line(), String::concat);
                objects.merge(row.dayKey(), row.line(), String::concat);
            }
        }
        return objects;
    }

    /** Every object there is, and what it says of the time before an end. */
    private SortedMap<String, String> objects(String end) {
        SortedMap<String, String> objects = new TreeMap<>();
        for (String prefix : List.of("futures", "spot")) {
            for (Path file : files(directory.resolve(prefix))) {
                String lines = linesBefore(end, file);
                if (!lines.isEmpty()) {
                    objects.put(directory.relativize(file).toString(), lines);
                }
            }
        }
        return objects;
    }

    private static List<Path> files(Path root) {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String linesBefore(String end, Path file) {
        try {
            return Files.readString(file)
                    .lines()
                    .filter(line -> DepthRow.timeOf(line).compareTo(end) < 0)
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
