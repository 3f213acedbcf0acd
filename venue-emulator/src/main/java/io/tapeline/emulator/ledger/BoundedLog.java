package io.tapeline.emulator.ledger;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;

/** Entries in order; when full the oldest is dropped and counted. Safe for several threads. */
final class BoundedLog<T> {
    private final int capacity;
    private final ArrayDeque<T> entries = new ArrayDeque<>();
    private long dropped;

    BoundedLog(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(T entry) {
        if (entries.size() == capacity) {
            entries.removeFirst();
            dropped++;
        }
        entries.addLast(entry);
    }

    synchronized List<T> all(Predicate<T> wanted) {
        return entries.stream().filter(wanted).toList();
    }

    synchronized List<T> first(Predicate<T> wanted, int limit) {
        return entries.stream().filter(wanted).limit(limit).toList();
    }

    synchronized int size() {
        return entries.size();
    }

    synchronized long dropped() {
        return dropped;
    }
}
