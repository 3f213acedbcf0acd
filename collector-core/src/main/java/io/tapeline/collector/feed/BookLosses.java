package io.tapeline.collector.feed;

import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long to wait before a book that was lost is asked for anew: not at all the first time, then twice as long each time
 * that it does not stay in sync, so that a book that cannot be had costs the venue next to nothing. A book that stays in
 * sync for a minute begins from the start. Not for use by several threads.
 */
final class BookLosses {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration CALM = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    /**
     * Losses of which each came soon after the one before.
     *
     * @param last when the newest was noticed, epoch microseconds
     */
    private record Run(int losses, long last) {
        Duration pause() {
            return losses < 2 ? Duration.ZERO : shorter(FIRST.multipliedBy(1L << Math.min(losses - 2, MOST_DOUBLINGS)));
        }

        private static Duration shorter(Duration pause) {
            return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
        }

        boolean over(long now) {
            return now - last > pause().plus(CALM).toNanos() / 1_000;
        }
    }

    private final Map<InstrumentId, Run> runs = new HashMap<>();

    /** A book was lost. @param now epoch microseconds */
    void lost(InstrumentId instrument, long now) {
        Run before = runs.get(instrument);
        runs.put(instrument, new Run(before == null || before.over(now) ? 1 : before.losses() + 1, now));
    }

    /** How long to wait before it is asked for. */
    Duration pause(InstrumentId instrument) {
        Run run = runs.get(instrument);
        return run == null ? Duration.ZERO : run.pause();
    }

    void forget(InstrumentId instrument) {
        runs.remove(instrument);
    }
}
