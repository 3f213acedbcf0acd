package io.tapeline.emulator.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;

/** A file of recorded frames, one a line; lines that mark a connection's life are left out. */
public final class Recording {
    private Recording() {}

    /**
     * Reads a file, unzipping it when its name ends in {@code .gz}.
     *
     * @throws IllegalArgumentException when a line is no recorded frame, naming it
     * @throws UncheckedIOException when it cannot be read
     */
    public static List<RecordedFrame> read(Path file) {
        List<RecordedFrame> frames = new ArrayList<>();
        try (BufferedReader lines = open(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                add(frames, line, file + ":" + number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the recording " + file, e);
        }
        return frames;
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    }

    private static void add(List<RecordedFrame> frames, String line, String place) {
        if (line.isBlank()) {
            return;
        }
        try {
            Map<String, String> members = JsonSlices.of(line);
            String frame = members.get("frame");
            if (frame != null) {
                frames.add(new RecordedFrame(
                        received(members),
                        "rest".equals(members.get("transport")),
                        members.getOrDefault("url", ""),
                        frame));
            }
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException(place + ": expected a recorded frame", e);
        }
    }

    private static long received(Map<String, String> members) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(members.getOrDefault("received", "")));
    }
}
