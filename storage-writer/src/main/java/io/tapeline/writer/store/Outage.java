package io.tapeline.writer.store;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time in which the database cannot store. Its begin and its end are logged, each once, however many batches fail
 * in between; the bus keeps a failed batch in hand and tries again. Safe for use by several threads.
 */
public final class Outage {
    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private final String database;
    private final AtomicBoolean on = new AtomicBoolean();

    /** @param database its host and port, for people */
    public Outage(String database) {
        this.database = database;
    }

    /** Whether the last attempt failed. */
    public boolean on() {
        return on.get();
    }

    /**
     * Does the work.
     *
     * @throws Exception what the work throws
     */
    <T> T during(Callable<T> work) throws Exception {
        try {
            T result = work.call();
            if (on.compareAndSet(true, false)) {
                log.info("storing again in the database at {}", database);
            }
            return result;
        } catch (RuntimeException e) {
            if (on.compareAndSet(false, true)) {
                log.warn("cannot store, waiting for the database at {}: {}", database, DataErrors.firstLine(e));
            }
            throw e;
        }
    }
}
