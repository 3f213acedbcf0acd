package io.tapeline.bus;

import io.tapeline.model.event.MarketEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Events in memory that are not durable yet, a lane for each routing key, bounded per lane and in total. Any thread
 * offers; the publisher's thread takes.
 */
final class Backlog {
    private final BusProperties.Publisher settings;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<LaneKey, Lane> lanes = new HashMap<>();
    private final Set<Lane> refused = new HashSet<>();
    private final List<Flush> flushes = new ArrayList<>();
    private int weight;
    private boolean woken;
    private boolean closed;

    /** The oldest events of a lane, on their way. */
    record Taken(Lane lane, List<MarketEvent> events) {}

    private record Flush(Map<Lane, Long> upTo, CompletableFuture<Void> done) {}

    Backlog(BusProperties.Publisher settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    /** Adds an event unless its lane or the whole is full. */
    boolean offer(LaneKey key, MarketEvent event) {
        int eventWeight = Lane.weightOf(event);
        lock.lock();
        try {
            Lane lane = lanes.get(key);
            if (closed
                    || weight >= settings.memoryEvents()
                    || (lane != null && lane.weight() >= settings.laneEvents())) {
                if (lane != null) {
                    refused.add(lane);
                }
                return false;
            }
            if (lane == null) {
                lane = new Lane(key);
                lanes.put(key, lane);
            }
            weight += eventWeight;
            boolean first = lane.add(event, eventWeight, nanoTime.getAsLong());
            if (first || lane.waiting() == settings.batchEvents()) {
                changed.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether half of the room is free again, in all and in each lane that refused. */
    boolean accepting() {
        lock.lock();
        try {
            refused.removeIf(lane -> lane.weight() < settings.laneEvents() / 2);
            return refused.isEmpty() && weight < settings.memoryEvents() / 2;
        } finally {
            lock.unlock();
        }
    }

    /** Whether half of the room is used up, in all or in one lane. */
    boolean pressing() {
        lock.lock();
        try {
            return weight >= settings.memoryEvents() / 2
                    || lanes.values().stream().anyMatch(lane -> lane.weight() >= settings.laneEvents() / 2);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until {@link #wake}, until a batch is due when that is asked for, or for a time. */
    void await(long maxNanos, boolean untilDue) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = maxNanos;
            while (!woken && left > 0) {
                long wait = untilDue ? Math.min(left, dueIn(nanoTime.getAsLong())) : left;
                if (wait <= 0) {
                    break;
                }
                left -= wait - changed.awaitNanos(wait);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the present or next {@link #await}. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private long dueIn(long now) {
        long earliest = Long.MAX_VALUE;
        for (Lane lane : lanes.values()) {
            if (!lane.busy()) {
                earliest = Math.min(earliest, dueIn(lane, now));
            }
        }
        return earliest;
    }

    private long dueIn(Lane lane, long now) {
        boolean full = lane.waiting() >= settings.batchEvents() || !flushes.isEmpty();
        return full ? 0 : lane.waitingSince() + settings.linger().toNanos() - now;
    }

    /** Takes a batch from each idle lane whose batch is due, or from each idle lane. */
    List<Taken> take(boolean all) {
        List<Taken> batches = new ArrayList<>();
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            for (Lane lane : lanes.values()) {
                if (!lane.busy() && (all || dueIn(lane, now) <= 0)) {
                    batches.add(new Taken(lane, lane.take(settings.batchEventsMax(), now)));
                }
            }
            return batches;
        } finally {
            lock.unlock();
        }
    }

    /** The batch has arrived where nothing short of a lost disk can lose it. */
    void arrived(Taken batch) {
        List<Flush> complete;
        lock.lock();
        try {
            Lane lane = batch.lane();
            weight -= lane.arrived();
            if (lane.isEmpty()) {
                lanes.remove(lane.key());
                refused.remove(lane);
            }
            flushes.forEach(
                    flush -> flush.upTo().computeIfPresent(lane, (l, upTo) -> l.durable() >= upTo ? null : upTo));
            complete = flushes.stream().filter(flush -> flush.upTo().isEmpty()).toList();
            flushes.removeAll(complete);
        } finally {
            lock.unlock();
        }
        complete.forEach(flush -> flush.done().complete(null));
    }

    /** The batch has not arrived; its events are first in their lane again. */
    void giveBack(Taken batch) {
        lock.lock();
        try {
            batch.lane().giveBack();
        } finally {
            lock.unlock();
        }
    }

    /** Done when every event that is here now has arrived; nothing lingers until then. */
    CompletableFuture<Void> flush() {
        lock.lock();
        try {
            if (lanes.isEmpty()) {
                return CompletableFuture.completedFuture(null);
            }
            Map<Lane, Long> upTo = new HashMap<>();
            lanes.values().forEach(lane -> upTo.put(lane, lane.added()));
            Flush flush = new Flush(upTo, new CompletableFuture<>());
            flushes.add(flush);
            woken = true;
            changed.signal();
            return flush.done();
        } finally {
            lock.unlock();
        }
    }

    /** Refuses everything from now on. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Events in memory, order books counted by their size. */
    int weight() {
        lock.lock();
        try {
            return weight;
        } finally {
            lock.unlock();
        }
    }
}
