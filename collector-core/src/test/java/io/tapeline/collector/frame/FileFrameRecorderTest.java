package io.tapeline.collector.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.collector.time.ReceiveClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FileFrameRecorderTest {
    @TempDir
    private Path directory;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private RecordingSettings settings(DataSize fileSize, int queue) {
        return new RecordingSettings(
                true,
                directory,
                fileSize,
                Duration.ofHours(1),
                queue,
                DataSize.ofMegabytes(1),
                Duration.ofMillis(20),
                DataSize.ofBytes(0),
                Duration.ofMillis(50));
    }

    private static RawFrame frame(int id) {
        return new RawFrame(
                "toy", RawFrame.Transport.WS, "c1", null, 0, ("{\"id\":" + id + "}").getBytes(StandardCharsets.UTF_8));
    }

    private FileFrameRecorder recorder(RecordingSettings settings) {
        return new FileFrameRecorder("toy", directory, settings, ReceiveClock.system(), registry);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private List<FrameLine> lines() throws IOException {
        return files().stream().flatMap(FileFrameRecorderTest::read).toList();
    }

    private static Stream<FrameLine> read(Path file) {
        try (Stream<FrameLine> lines = FrameFile.read(file)) {
            return lines.toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> texts(List<FrameLine> lines) {
        return lines.stream()
                .filter(FrameLine.Frame.class::isInstance)
                .map(line -> ((FrameLine.Frame) line).frame().text())
                .toList();
    }

    private static Set<String> sessions(List<FrameLine> lines) {
        return lines.stream().map(line -> ((FrameLine.Frame) line).session()).collect(Collectors.toSet());
    }

    private double dropped() {
        return registry.get("tapeline.recording.dropped").counter().count();
    }

    private double active() {
        return registry.get("tapeline.recording.active").gauge().value();
    }

    @Test
    void framesAndMarksAreKeptInOrder() throws IOException {
        try (FileFrameRecorder recorder = recorder(settings(DataSize.ofMegabytes(1), 100))) {
            recorder.mark(new FrameMark("toy", FrameMark.Event.OPEN, "c1", null, 0, null));
            recorder.offer(frame(1));
            recorder.offer(frame(2));
        }

        assertThat(lines()).first().isInstanceOf(FrameLine.Mark.class);
        assertThat(texts(lines())).containsExactly("{\"id\":1}", "{\"id\":2}");
    }

    @Test
    void whatWasFlushedIsReadableWithoutTheFileBeingClosed() {
        FileFrameRecorder recorder = recorder(settings(DataSize.ofMegabytes(1), 100));
        recorder.offer(frame(1));

        await().untilAsserted(() -> assertThat(texts(lines())).containsExactly("{\"id\":1}"));
        recorder.close();
    }

    @Test
    void aFullFileIsFollowedByAnother() throws IOException {
        try (FileFrameRecorder recorder = recorder(settings(DataSize.ofBytes(1000), 10_000))) {
            IntStream.range(0, 200).forEach(id -> recorder.offer(frame(id)));
        }

        assertThat(files()).hasSizeGreaterThan(5);
        assertThat(texts(lines()))
                .isEqualTo(IntStream.range(0, 200)
                        .mapToObj(id -> "{\"id\":" + id + "}")
                        .toList());
        assertThat(sessions(lines())).hasSize(1);
    }

    @Test
    void aFullQueueDropsTheNewestCountsThemAndBeginsANewSession() throws IOException {
        CountDownLatch diskGoesOn = new CountDownLatch(1);
        RecordingFiles stuck = new RecordingFiles(directory, "toy") {
            @Override
            OutputStream create(Instant now) throws IOException {
                awaitUninterruptibly(diskGoesOn);
                return super.create(now);
            }
        };
        try (FileFrameRecorder recorder = new FileFrameRecorder(
                "toy", stuck, settings(DataSize.ofMegabytes(1), 10), ReceiveClock.system(), registry)) {
            IntStream.range(0, 50).forEach(id -> recorder.offer(frame(id)));
            double lost = dropped();
            assertThat(lost).isBetween(39.0, 40.0);
            diskGoesOn.countDown();
            await().until(() ->
                    registry.get("tapeline.recording.frames").counter().count() == 50 - lost);
            recorder.offer(frame(50));
        }

        assertThat(texts(lines())).startsWith("{\"id\":0}", "{\"id\":1}").endsWith("{\"id\":50}");
        assertThat(sessions(lines())).hasSize(2);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFullDiskStopsRecordingAndItGoesOnWhenThereIsRoom() throws IOException {
        boolean[] full = {true};
        RecordingFiles disk = new RecordingFiles(directory, "toy") {
            @Override
            OutputStream create(Instant now) throws IOException {
                if (full[0]) {
                    throw new IOException("No space left on device");
                }
                return super.create(now);
            }
        };
        try (FileFrameRecorder recorder = new FileFrameRecorder(
                "toy", disk, settings(DataSize.ofMegabytes(1), 100), ReceiveClock.system(), registry)) {
            recorder.offer(frame(1));
            await().until(() -> active() == 0 && dropped() == 1);
            full[0] = false;
            await().until(() -> active() == 1);
            recorder.offer(frame(2));
        }

        assertThat(texts(lines())).containsExactly("{\"id\":2}");
    }

    @Test
    void recordingStopsBeforeTheDiskIsFull() {
        RecordingFiles nearlyFull = new RecordingFiles(directory, "toy") {
            @Override
            long free() {
                return 5L << 20;
            }
        };
        RecordingSettings careful = new RecordingSettings(
                true,
                directory,
                DataSize.ofMegabytes(1),
                Duration.ofHours(1),
                10,
                DataSize.ofMegabytes(1),
                Duration.ofMillis(20),
                DataSize.ofMegabytes(10),
                Duration.ofSeconds(30));
        try (FileFrameRecorder recorder =
                new FileFrameRecorder("toy", nearlyFull, careful, ReceiveClock.system(), registry)) {
            recorder.offer(frame(1));
            await().until(() -> active() == 0);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void feedsAreRecordedApartAndOnlyWhenItIsWanted() throws IOException {
        RecordingSettings on = settings(DataSize.ofMegabytes(1), 100);
        try (Recordings recordings = new Recordings(on, ReceiveClock.system(), registry)) {
            recordings.of("toy").offer(frame(1));
            recordings.of("toy").offer(frame(2));
            recordings.of("other").offer(frame(3));
        }

        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactly("other", "toy");
        assertThat(new Recordings(off(on), ReceiveClock.system(), registry).of("toy"))
                .isSameAs(FrameRecorder.OFF);
    }

    private static RecordingSettings off(RecordingSettings on) {
        return new RecordingSettings(
                false,
                on.directory(),
                on.fileSize(),
                on.fileAge(),
                on.queueFrames(),
                on.queueSize(),
                on.flushInterval(),
                on.minFree(),
                on.retryInterval());
    }
}
