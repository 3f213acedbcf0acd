package io.tapeline.collector.feed;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;

/** Asks for liquidity figures at every full five seconds and at every full minute. Lives on the feed's scheduler. */
final class DepthClock {
    private static final Logger log = LoggerFactory.getLogger(DepthClock.class);
    private static final long FIVE_SECONDS = 5_000_000;
    private static final long MINUTE = 60_000_000;

    /** Publishes the figures. */
    @FunctionalInterface
    interface Output {
        void publish(long moment, long now, String interval);
    }

    private final Scheduler scheduler;
    private final LongSupplier now;
    private final Output output;
    private long last;

    /** @param now epoch microseconds */
    DepthClock(Scheduler scheduler, LongSupplier now, Output output) {
        this.scheduler = scheduler;
        this.now = now;
        this.output = output;
    }

    void start() {
        long time = now.getAsLong();
        last = time - time % FIVE_SECONDS;
        later();
    }

    private void later() {
        long left = last + FIVE_SECONDS - now.getAsLong();
        scheduler.schedule(this::strike, Math.max(left, 0), TimeUnit.MICROSECONDS);
    }

    /** A moment that was missed, since the machine slept or the clock was set, is not made up for. */
    private void strike() {
        long time = now.getAsLong();
        long moment = time - time % FIVE_SECONDS;
        try {
            if (moment > last) {
                last = moment;
                output.publish(moment, time, "5s");
                if (moment % MINUTE == 0) {
                    output.publish(moment, time, "1min");
                }
            }
        } catch (RuntimeException e) {
            log.error("liquidity figures failed", e);
        } finally {
            later();
        }
    }
}
