package io.tapeline.writer.archive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Uploads in the background until it is closed, with growing pauses while nothing can be uploaded. */
final class UploadLoop implements AutoCloseable {
    /** How soon a new object is looked for. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final ArchiveProperties settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Bucket bucket;
    private final Counter uploaded;
    private final Trouble trouble = new Trouble("cannot look after what is to be uploaded");
    private LocalDate forgotten = LocalDate.MIN;
    private @Nullable Thread worker;

    UploadLoop(ArchiveProperties settings, MeterRegistry meters, Clock clock) {
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.bucket = new Bucket(settings.s3());
        this.uploaded = Counter.builder("tapeline.archive.uploaded")
                .description("objects that were uploaded")
                .register(meters);
    }

    /** Begins; the stage tells it what to upload. */
    Stage begin() throws IOException {
        Path root = settings.directory();
        Pending pending = new Pending(root.resolve(".pending"));
        Stage stage = new Stage(root, pending::replace);
        Gauge.builder("tapeline.archive.pending", pending, Pending::size)
                .description("objects that wait to be uploaded")
                .register(meters);
        Uploader uploader =
                new Uploader(pending, stage, this::put, settings.s3().address());
        StageLimit limit = new StageLimit(root, pending);
        worker = Thread.ofPlatform().name("archive-upload").daemon().start(() -> loop(uploader, limit));
        return stage;
    }

    private void put(String key, Path file) throws IOException {
        bucket.put(key, file);
        uploaded.increment();
    }

    private void loop(Uploader uploader, StageLimit limit) {
        Duration pause = settings.retryDelay();
        try {
            while (true) {
                Uploader.Round round = round(uploader, limit);
                Thread.sleep(round == Uploader.Round.FAILED ? pause : IDLE);
                pause = round == Uploader.Round.FAILED ? longer(pause) : settings.retryDelay();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Uploader.Round round(Uploader uploader, StageLimit limit) throws InterruptedException {
        try {
            Uploader.Round round = uploader.round();
            forget(limit);
            trouble.over();
            return round;
        } catch (IOException e) {
            trouble.is(e.toString(), "tried again");
            return Uploader.Round.FAILED;
        }
    }

    private Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(settings.retryDelayMax()) < 0 ? doubled : settings.retryDelayMax();
    }

    /** Once a day; what could not be uploaded by then goes a day later. */
    private void forget(StageLimit limit) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.isAfter(forgotten)) {
            limit.forget(today.minusDays(settings.days() - 1L), today.minusDays(settings.maxBacklogDays() - 1L));
            forgotten = today;
        }
    }

    @Override
    public void close() {
        Thread running = worker;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        bucket.close();
    }
}
