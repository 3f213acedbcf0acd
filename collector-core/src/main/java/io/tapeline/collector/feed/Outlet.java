package io.tapeline.collector.feed;

import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The way out of a pipeline. Market data that finds no room is handed back, so that it becomes a gap; what Tapeline says
 * about itself (status, gaps, instruments) waits in a bounded queue instead, the oldest giving way. Not for use by several
 * threads.
 */
final class Outlet {
    /** Statements that wait for room. */
    static final int MAX_HELD = 20_000;

    private final Predicate<MarketEvent> next;
    private final Consumer<MarketEvent> refused;
    private final Deque<MarketEvent> held = new ArrayDeque<>();

    /**
     * @param next takes an event, or says that there is no room
     * @param refused told of market data that found none
     */
    Outlet(Predicate<MarketEvent> next, Consumer<MarketEvent> refused) {
        this.next = next;
        this.refused = refused;
    }

    /** @return whether it was taken, or waits to be */
    boolean publish(MarketEvent event) {
        if (statement(event.kind())) {
            hold(event);
            release();
            return true;
        }
        release();
        if (held.isEmpty() && next.test(event)) {
            return true;
        }
        refused.accept(event);
        return false;
    }

    /** Publishes what waits, as far as there is room. */
    void release() {
        while (!held.isEmpty() && next.test(held.peekFirst())) {
            held.removeFirst();
        }
    }

    private void hold(MarketEvent event) {
        if (held.size() == MAX_HELD) {
            held.removeFirst();
        }
        held.addLast(event);
    }

    private static boolean statement(Kind kind) {
        return switch (kind) {
            case INSTRUMENT, FEED_STATUS, GAP, WATERMARK, ALERT -> true;
            default -> false;
        };
    }
}
