package io.tapeline.writer.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.bus.archive.ArchiveTarget;
import io.tapeline.writer.schema.SchemaGate;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the archive beside the storing of events, which it never holds up: on threads of its own, once the schema is there. */
public final class ArchiveSchedule implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ArchiveSchedule.class);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final ArchiveProperties settings;
    private final SchemaGate gate;
    private final DataSource database;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Trouble trouble = new Trouble("cannot be brought up to date");
    private @Nullable ScheduledExecutorService timer;
    private @Nullable UploadLoop uploads;
    private @Nullable Archive archive;

    /** @param database where the rows are */
    public ArchiveSchedule(
            ArchiveProperties settings, DataSource database, SchemaGate gate, MeterRegistry meters, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.gate = gate;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (settings.target() == ArchiveTarget.S3) {
            uploads = new UploadLoop(settings, meters, clock);
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("archive").daemon().factory());
        timer = started;
        long millis = settings.interval().toMillis();
        var _ = started.scheduleWithFixedDelay(this::run, Math.min(millis, 1_000), millis, TimeUnit.MILLISECONDS);
        log.info(
                "archive of depth metrics of {} in {}",
                settings.assets(),
                uploads == null ? settings.directory() : settings.s3().address());
    }

    private void run() {
        if (!gate.open()) {
            return;
        }
        try {
            archive().run();
            trouble.over();
        } catch (SQLException e) {
            trouble.is(String.valueOf(e.getMessage()), "tried again");
        } catch (IOException e) {
            // The message of a file's exception may be its path alone.
            trouble.is(e.toString(), "tried again");
        } catch (RuntimeException e) {
            log.error("archive: failed", e);
        }
    }

    /** Opened late, so that a directory that cannot be written is tried again instead of stopping the writer. */
    private Archive archive() throws IOException {
        if (archive == null) {
            Stage stage =
                    uploads == null ? new Stage(settings.directory(), (key, step) -> step.run()) : uploads.begin();
            archive = new Archive(database, settings, stage, clock);
        }
        return archive;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        if (running != null) {
            running.shutdownNow();
            awaitEnd(running);
            timer = null;
        }
        if (uploads != null) {
            uploads.close();
            uploads = null;
        }
        archive = null;
    }

    private static void awaitEnd(ScheduledExecutorService stopping) {
        try {
            var _ = stopping.awaitTermination(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
