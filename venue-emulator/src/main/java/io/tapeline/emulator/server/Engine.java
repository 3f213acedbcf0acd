package io.tapeline.emulator.server;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The one thread that everything about markets, subscriptions and faults happens on, and its clock. */
public final class Engine implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Engine.class);

    private final Scheduler scheduler;
    private final Scheduler.Worker worker;
    private final long offset;

    /** @param start what the clock shows now; null: the scheduler's own time */
    public Engine(Scheduler scheduler, @Nullable Instant start) {
        this.scheduler = scheduler;
        worker = scheduler.createWorker();
        offset = start == null ? 0 : start.toEpochMilli() - scheduler.now(TimeUnit.MILLISECONDS);
    }

    /** Epoch milliseconds. */
    public long now() {
        return scheduler.now(TimeUnit.MILLISECONDS) + offset;
    }

    /** Runs a task there; after the end, when only connections are still closing, nothing. */
    public void execute(Runnable task) {
        try {
            worker.schedule(() -> guard(task));
        } catch (RejectedExecutionException e) {
            log.debug("a task came after the end");
        }
    }

    /** Runs a task there and brings its result back. */
    public <T> Mono<T> call(Callable<T> task) {
        return Mono.<T>create(sink -> worker.schedule(() -> {
            try {
                sink.success(task.call());
            } catch (Exception e) {
                sink.error(e);
            }
        }));
    }

    public Disposable after(long millis, Runnable task) {
        return worker.schedule(() -> guard(task), millis, TimeUnit.MILLISECONDS);
    }

    public Disposable every(long millis, Runnable task) {
        return worker.schedulePeriodically(() -> guard(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public void close() {
        worker.dispose();
    }

    /** A periodic task that throws would never run again. */
    private static void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("a defect of the emulator", e);
        }
    }
}
