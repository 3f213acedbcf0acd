package io.tapeline.writer.store;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time in which the database cannot store: work is tried again for a while, then given back to be redelivered.
 * Its begin and its end are logged, each once, however many batches fail in between. Safe for use by several threads.
 */
public final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String database;
    private final Duration giveBackAfter;
    private final AtomicBoolean on = new AtomicBoolean();

    /**
     * @param database its host and port, for people
     * @param giveBackAfter how long a batch is tried before it is given back
     */
    public Outage(String database, Duration giveBackAfter) {
        this.database = database;
        this.giveBackAfter = giveBackAfter;
    }

    /** Whether the last attempt failed. */
    public boolean on() {
        return on.get();
    }

    /** Does the work, again and again while it fails. @throws Exception the last failure, when it lasts too long */
    <T> T during(Callable<T> work) throws Exception {
        long began = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                T result = work.call();
                ended();
                return result;
            } catch (RuntimeException e) {
                began(e);
                if (System.nanoTime() - began + pause.toNanos() > giveBackAfter.toNanos()) {
                    throw e;
                }
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void began(RuntimeException reason) {
        if (on.compareAndSet(false, true)) {
            LOG.warn("cannot store, waiting for the database at {}: {}", database, DataErrors.firstLine(reason));
        }
    }

    private void ended() {
        if (on.compareAndSet(true, false)) {
            LOG.info("storing again in the database at {}", database);
        }
    }
}
