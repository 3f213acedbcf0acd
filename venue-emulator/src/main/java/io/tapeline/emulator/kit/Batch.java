package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.Cadence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects what a venue sends together, at a cadence: trades of 100 ms in one frame. */
public final class Batch<T> {
    private final Cadence cadence;
    private final Consumer<List<T>> sink;
    private List<T> items = new ArrayList<>();

    /** @param sink gets what has come since the last time, in order and never empty */
    public Batch(long millis, long start, Consumer<List<T>> sink) {
        cadence = new Cadence(millis, start);
        this.sink = sink;
    }

    public void add(T item) {
        items.add(item);
    }

    public void step(long time) {
        if (cadence.due(time) && !items.isEmpty()) {
            List<T> due = items;
            items = new ArrayList<>();
            sink.accept(due);
        }
    }
}
