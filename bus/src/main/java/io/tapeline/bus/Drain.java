package io.tapeline.bus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A round of messages read from the head of the spool. Each routing key has one message on its way at a time; the spool
 * forgets them when all are confirmed.
 */
final class Drain {
    private static final int MAX_BODY = 1 << 18;

    private final int elements;
    private final Map<LaneKey, Deque<SpoolRecord>> waiting = new LinkedHashMap<>();
    private final Set<LaneKey> onTheirWay = new HashSet<>();

    /** @param groups elements of the spool, oldest first */
    Drain(List<List<SpoolRecord>> groups, int maxEvents) {
        this.elements = groups.size();
        groups.forEach(group -> group.forEach(message -> add(message, maxEvents)));
    }

    private void add(SpoolRecord message, int maxEvents) {
        Deque<SpoolRecord> queue = waiting.computeIfAbsent(message.key(), key -> new ArrayDeque<>());
        SpoolRecord last = queue.peekLast();
        if (last != null
                && last.events() + message.events() <= maxEvents
                && last.body().length + message.body().length <= MAX_BODY) {
            queue.removeLast();
            queue.addLast(last.merge(message));
        } else {
            queue.addLast(message);
        }
    }

    /** The messages to send now. */
    List<SpoolRecord> next() {
        List<SpoolRecord> now = new ArrayList<>();
        waiting.forEach((key, queue) -> {
            if (onTheirWay.add(key)) {
                now.add(queue.getFirst());
            }
        });
        return now;
    }

    void confirmed(LaneKey key) {
        onTheirWay.remove(key);
        Deque<SpoolRecord> queue = waiting.get(key);
        if (queue != null) {
            queue.removeFirst();
            if (queue.isEmpty()) {
                waiting.remove(key);
            }
        }
    }

    void refused(LaneKey key) {
        onTheirWay.remove(key);
    }

    /** Whether every message is confirmed. */
    boolean done() {
        return waiting.isEmpty();
    }

    /** Elements of the spool that the round covers. */
    int elements() {
        return elements;
    }
}
