package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.UpdateIds;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Where numbering begins: the later the start the higher, so that another run never repeats an id. */
public final class StartIds {
    private static final long EPOCH = 1_600_000_000_000L;

    private final long sinceEpoch;

    public StartIds(long startMillis) {
        sinceEpoch = Math.max(1, startMillis - EPOCH);
    }

    /** First trade id of a symbol. */
    public long trades() {
        return sinceEpoch;
    }

    /** Update ids of one symbol. */
    public UpdateIds consecutive() {
        AtomicLong last = new AtomicLong(sinceEpoch);
        return last::incrementAndGet;
    }

    /** Update ids of a whole engine: other symbols' changes lie between. */
    public UpdateIds global(long seed) {
        AtomicLong last = new AtomicLong(sinceEpoch * 1000);
        SplittableRandom random = new SplittableRandom(seed);
        return () -> last.addAndGet(1 + random.nextInt(9));
    }
}
