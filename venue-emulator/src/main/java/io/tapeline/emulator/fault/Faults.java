package io.tapeline.emulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The faults that are in force. Safe for several threads. */
public final class Faults {
    private final List<Active> active = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<String, Fault>> connectionFaults = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicLong happened = new AtomicLong();

    /** Puts a fault in force; returns the id to remove it by. */
    public String add(Fault fault) {
        String id = "f" + numbers.incrementAndGet();
        if (!fault.kind().ofConnections() || (fault.millis() != null && fault.kind() == FaultKind.DISCONNECT)) {
            active.add(new Active(id, fault, new AtomicInteger(fault.times() == null ? -1 : fault.times())));
        }
        if (fault.kind().ofConnections()) {
            happened.incrementAndGet();
            connectionFaults.forEach(listener -> listener.accept(id, fault));
        }
        return id;
    }

    /** Ends a fault; false when there is none of that id. */
    public boolean remove(String id) {
        return active.removeIf(fault -> fault.id.equals(id));
    }

    /** Ends all of them. */
    public void clear() {
        active.clear();
    }

    /** Cuts every connection of a venue. */
    public void dropConnections(String prefix) {
        add(Fault.of(FaultKind.DISCONNECT).prefix(prefix));
    }

    /** Those in force, by id. */
    public Map<String, Fault> active() {
        Map<String, Fault> all = new TreeMap<>();
        active.forEach(fault -> all.put(fault.id, fault.fault));
        return all;
    }

    /** How many times a fault has struck since the start. */
    public long happened() {
        return happened.get();
    }

    /** Whether no fault could strike. */
    public boolean none() {
        return active.isEmpty();
    }

    /** Faults that strike the next frame of a stream; each counts as having happened. */
    public List<Fault> onFrame(String prefix, String stream) {
        List<Fault> striking = new ArrayList<>();
        for (Active candidate : active) {
            if (candidate.fault.kind().ofFrames() && candidate.fault.hitsStream(prefix, stream) && strike(candidate)) {
                striking.add(candidate.fault);
            }
        }
        return striking;
    }

    /** Whether a fault is meant for the frames of a stream; it does not count as having happened. */
    public boolean mayStrike(String prefix, String stream) {
        return active.stream()
                .anyMatch(candidate -> candidate.fault.kind().ofFrames() && candidate.fault.hitsStream(prefix, stream));
    }

    /** The fault that strikes a REST request. */
    public Optional<Fault> onRequest(String prefix, String path, String symbol) {
        return first(fault -> fault.kind().ofRest() && fault.hitsRequest(prefix, path, symbol));
    }

    /** The fault of a kind that strikes a subscription. */
    public Optional<Fault> onSubscription(FaultKind kind, String prefix, String stream) {
        return first(fault -> fault.kind() == kind && fault.hitsStream(prefix, stream));
    }

    /** The fault of a kind that strikes a venue as such. */
    public Optional<Fault> onVenue(FaultKind kind, String prefix) {
        return first(fault -> fault.kind() == kind && fault.hitsPrefix(prefix));
    }

    /** How far the clock of a venue is off, in milliseconds. */
    public long clockOffset(String prefix) {
        for (Active candidate : active) {
            if (candidate.fault.kind() == FaultKind.WRONG_CLOCK && candidate.fault.hitsPrefix(prefix)) {
                return candidate.fault.millisOr(0);
            }
        }
        return 0;
    }

    /** Whether a connection, given its streams, is among those a fault is meant for. */
    public static boolean hits(Fault fault, String prefix, Iterable<String> streams) {
        if (fault.stream() == null && fault.symbol() == null) {
            return fault.hitsPrefix(prefix);
        }
        for (String stream : streams) {
            if (fault.hitsStream(prefix, stream)) {
                return true;
            }
        }
        return false;
    }

    /** Tells of orders to cut connections, with the id they can be removed by. */
    public void onConnectionFault(BiConsumer<String, Fault> listener) {
        connectionFaults.add(listener);
    }

    private Optional<Fault> first(Predicate<Fault> wanted) {
        for (Active candidate : active) {
            if (wanted.test(candidate.fault) && strike(candidate)) {
                return Optional.of(candidate.fault);
            }
        }
        return Optional.empty();
    }

    private boolean strike(Active fault) {
        int left = fault.left.getAndUpdate(n -> n > 0 ? n - 1 : n);
        if (left == 1) {
            active.remove(fault);
        }
        if (left != 0) {
            happened.incrementAndGet();
        }
        return left != 0;
    }

    /** @param left times left; -1 without end */
    private record Active(String id, Fault fault, AtomicInteger left) {}
}
