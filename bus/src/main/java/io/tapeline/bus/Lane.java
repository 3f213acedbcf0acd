package io.tapeline.bus;

import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Orderbook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The events of one routing key that are not durable yet, oldest first. The first of them may be taken, which means on
 * their way to the broker or the disk; they stay here until they have arrived.
 */
final class Lane {
    private static final int LEVELS_PER_EVENT = 16;

    private final LaneKey key;
    private final Deque<MarketEvent> events = new ArrayDeque<>();
    private int taken;
    private int weight;
    private long waitingSince;
    private long added;
    private long durable;

    Lane(LaneKey key) {
        this.key = key;
    }

    LaneKey key() {
        return key;
    }

    /** Adds an event; tells whether it is the first that waits. */
    boolean add(MarketEvent event, int eventWeight, long now) {
        boolean first = waiting() == 0;
        if (first) {
            waitingSince = now;
        }
        events.addLast(event);
        weight += eventWeight;
        added++;
        return first;
    }

    /** Takes the oldest events up to a weight, at least one. */
    List<MarketEvent> take(int maxWeight, long now) {
        List<MarketEvent> batch = new ArrayList<>(Math.min(events.size(), maxWeight));
        int batchWeight = 0;
        Iterator<MarketEvent> oldest = events.iterator();
        while (oldest.hasNext() && (batch.isEmpty() || batchWeight < maxWeight)) {
            MarketEvent event = oldest.next();
            batchWeight += weightOf(event);
            batch.add(event);
        }
        taken = batch.size();
        waitingSince = now;
        return batch;
    }

    /** What was taken has arrived; returns its weight. */
    int arrived() {
        int freed = 0;
        for (; taken > 0; taken--) {
            freed += weightOf(events.removeFirst());
            durable++;
        }
        weight -= freed;
        return freed;
    }

    /** What was taken has not arrived and waits again. */
    void giveBack() {
        taken = 0;
    }

    boolean busy() {
        return taken > 0;
    }

    int waiting() {
        return events.size() - taken;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    int weight() {
        return weight;
    }

    long waitingSince() {
        return waitingSince;
    }

    /** Events added in this lane's life. */
    long added() {
        return added;
    }

    /** How many of them have arrived. */
    long durable() {
        return durable;
    }

    /** Memory an event takes, in usual events. */
    static int weightOf(MarketEvent event) {
        return switch (event) {
            case Book book -> 1 + (book.bids().size() + book.asks().size()) / LEVELS_PER_EVENT;
            case Orderbook book -> 1 + (book.bids().size() + book.asks().size()) / LEVELS_PER_EVENT;
            default -> 1;
        };
    }
}
