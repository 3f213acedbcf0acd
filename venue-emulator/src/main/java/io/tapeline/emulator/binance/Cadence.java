package io.tapeline.emulator.binance;

/** Comes due whenever the clock passes a multiple of its length. */
final class Cadence {
    private final long millis;
    private long last;

    Cadence(long millis, long now) {
        this.millis = millis;
        last = now / millis;
    }

    boolean due(long now) {
        long current = now / millis;
        boolean due = current != last;
        last = current;
        return due;
    }
}
