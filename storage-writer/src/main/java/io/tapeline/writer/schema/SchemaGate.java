package io.tapeline.writer.schema;

import io.tapeline.bus.BatchHandler;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Migrates when the database is there, however late that is, and holds back what would be stored until then. Waiting is
 * said once, and again only when its reason changes.
 */
public final class SchemaGate implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SchemaGate.class);

    private final Flyway flyway;
    private final String database;
    private final Duration pause;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread worker;

    /**
     * @param database its host and port, for people
     * @param pause between attempts
     */
    public SchemaGate(Flyway flyway, String database, Duration pause) {
        this.flyway = flyway;
        this.database = database;
        this.pause = pause;
    }

    /** Whether the schema is up to date. */
    public boolean open() {
        return opened.getCount() == 0;
    }

    /** The same handler, behind the gate. */
    public BatchHandler guard(BatchHandler handler) {
        return batch -> {
            await();
            return handler.handle(batch);
        };
    }

    private void await() throws InterruptedException {
        while (!opened.await(100, TimeUnit.MILLISECONDS)) {
            if (stopped.getCount() == 0) {
                throw new IllegalStateException("stopped before the database at " + database + " was there");
            }
        }
    }

    @Override
    public void start() {
        worker = Thread.ofVirtual().name("schema-gate").start(this::migrateOnceItIsThere);
    }

    private void migrateOnceItIsThere() {
        String said = "";
        try {
            do {
                String reason = attempt();
                if (reason == null) {
                    opened.countDown();
                    return;
                }
                if (!reason.equals(said)) {
                    log.warn("waiting for the database at {}: {}", database, reason);
                    said = reason;
                }
            } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why it did not succeed, or null when it did. */
    private @Nullable String attempt() {
        try {
            MigrateResult result = flyway.migrate();
            log.info(
                    "database at {}: schema version {}, {} migrations applied now",
                    database,
                    result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion,
                    result.migrationsExecuted);
            return null;
        } catch (FlywayException e) {
            return innermost(e);
        }
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Before anything is stopped, so that no batch is held back any longer. */
    @EventListener(ContextClosedEvent.class)
    public void close() {
        stopped.countDown();
    }

    @Override
    public void stop() {
        stopped.countDown();
        Thread running = worker;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null && stopped.getCount() > 0;
    }
}
