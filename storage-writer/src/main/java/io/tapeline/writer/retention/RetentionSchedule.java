package io.tapeline.writer.retention;

import io.tapeline.bus.BatchHandler;
import io.tapeline.writer.WriterProperties;
import io.tapeline.writer.schema.SchemaGate;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs retention and the disk watermark at their intervals, once the schema is there. */
public final class RetentionSchedule implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RetentionSchedule.class);

    private final WriterProperties settings;
    private final SchemaGate gate;
    private final Retention retention;
    private final DiskWatermark watermark;
    private @Nullable ScheduledExecutorService timer;

    /** @param owner of the tables: nobody else may delete */
    public RetentionSchedule(
            WriterProperties settings, DataSource owner, SchemaGate gate, BatchHandler alerts, Clock clock) {
        this.settings = settings;
        this.gate = gate;
        StoredHistory history = new StoredHistory(owner, settings.deleteStep());
        this.retention = new Retention(Retention.parse(settings.retention()), history, clock);
        this.watermark = new DiskWatermark(
                DiskUse.of(settings.disk(), history), settings.disk().keepAtLeast(), history, alerts, clock);
    }

    @Override
    public void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("retention").daemon().factory());
        every(settings.retentionInterval().toMillis(), "retention", retention::run);
        every(settings.disk().interval().toMillis(), "disk watermark", watermark::run);
    }

    /** Work that may fail, to be tried again next time. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private void every(long millis, String name, Work work) {
        ScheduledExecutorService running = Objects.requireNonNull(timer);
        var _ = running.scheduleWithFixedDelay(
                () -> {
                    if (gate.open()) {
                        run(name, work);
                    }
                },
                Math.min(millis, 10_000),
                millis,
                TimeUnit.MILLISECONDS);
    }

    private static void run(String name, Work work) {
        try {
            work.run();
        } catch (Exception e) {
            log.warn("{}: not done, tried again later: {}", name, e.getMessage());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        if (running != null) {
            running.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
