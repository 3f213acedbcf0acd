package io.tapeline.emulator.market;

/** Comes due whenever the clock passes a multiple of its length. */
public final class Cadence {
    private final long millis;
    private long last;

    public Cadence(long millis, long now) {
        this.millis = millis;
        last = now / millis;
    }

    /** Whether a multiple was passed since this was last asked. */
    public boolean due(long now) {
        long current = now / millis;
        boolean due = current != last;
        last = current;
        return due;
    }
}
