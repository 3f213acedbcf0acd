package io.tapeline.collector.rest;

import io.tapeline.collector.time.MonotonicClock;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * Lets calls pass within a budget, by priority, first come first served within one. Lower priorities leave part of the
 * budget to higher ones. Shared by every feed that talks to the same host; safe for several threads.
 */
final class BudgetGate {

    /** Whether a call may be sent. */
    enum Pass {
        /** Send it, then call {@link BudgetGate#left}. */
        GRANTED,
        /** The venue has closed the budget for longer than anyone should wait. */
        CLOSED,
        /** Too many are waiting. */
        FULL,
        /** It costs more than the budget ever has. */
        TOO_HEAVY
    }

    private static final Duration LONGEST_BAN = Duration.ofDays(7);

    private record Waiting(int weight, MonoSink<Pass> sink) {}

    private final RestBudget budget;
    private final RestSettings settings;
    private final MonotonicClock clock;
    private final Scheduler timer;
    private final BudgetWindow window;
    private final Map<RestCall.Priority, Deque<Waiting>> queues = new EnumMap<>(RestCall.Priority.class);
    private long closedUntil;
    private boolean closedOnce;
    private boolean timerSet;
    private int inFlight;

    BudgetGate(RestBudget budget, RestSettings settings, MonotonicClock clock, Scheduler timer) {
        this.budget = budget;
        this.settings = settings;
        this.clock = clock;
        this.timer = timer;
        this.window = new BudgetWindow(budget.window().toNanos());
        for (RestCall.Priority priority : RestCall.Priority.values()) {
            queues.put(priority, new ArrayDeque<>());
        }
    }

    private Deque<Waiting> queue(RestCall.Priority priority) {
        return Objects.requireNonNull(queues.get(priority));
    }

    RestBudget budget() {
        return budget;
    }

    /** Waits for its turn. */
    Mono<Pass> enter(int weight, RestCall.Priority priority) {
        return Mono.<Pass>create(sink -> queue(new Waiting(weight, sink), priority));
    }

    private void queue(Waiting waiting, RestCall.Priority priority) {
        Pass refusal = null;
        synchronized (this) {
            Deque<Waiting> queue = queue(priority);
            if (waiting.weight() > budget.limit()) {
                refusal = Pass.TOO_HEAVY;
            } else if (closedFor() > settings.longestClosed().toNanos()) {
                refusal = Pass.CLOSED;
            } else if (queue.size() >= settings.queue()) {
                refusal = Pass.FULL;
            } else {
                queue.addLast(waiting);
            }
        }
        if (refusal == null) {
            waiting.sink().onCancel(() -> forget(waiting, priority));
            drain();
        } else {
            waiting.sink().success(refusal);
        }
    }

    private synchronized void forget(Waiting waiting, RestCall.Priority priority) {
        queue(priority).remove(waiting);
    }

    /** A call that was granted is over. */
    void left() {
        synchronized (this) {
            inFlight--;
        }
        drain();
    }

    /** The venue's own count of what was used in the running window. */
    synchronized void used(long weight) {
        window.correct(clock.nanos(), weight);
    }

    /** Nothing is sent for that long. */
    void close(Duration duration) {
        List<Waiting> hopeless = new ArrayList<>();
        synchronized (this) {
            Duration bounded = duration.compareTo(LONGEST_BAN) > 0 ? LONGEST_BAN : duration;
            long until = clock.nanos() + bounded.toNanos();
            closedUntil = closedOnce ? Math.max(closedUntil, until) : until;
            closedOnce = true;
            if (closedFor() > settings.longestClosed().toNanos()) {
                queues.values().forEach(queue -> {
                    hopeless.addAll(queue);
                    queue.clear();
                });
            }
        }
        hopeless.forEach(waiting -> waiting.sink().success(Pass.CLOSED));
        drain();
    }

    /** Time until the venue lets anything through; zero when it does. */
    synchronized Duration closed() {
        return Duration.ofNanos(closedFor());
    }

    /** Weight that could be spent now by the highest priority; zero while closed. */
    synchronized double available() {
        return closedFor() > 0 ? 0 : Math.max(0, room(RestCall.Priority.RESYNC, clock.nanos()));
    }

    synchronized int waiting() {
        return queues.values().stream().mapToInt(Deque::size).sum();
    }

    private long closedFor() {
        return closedOnce ? Math.max(0, closedUntil - clock.nanos()) : 0;
    }

    private long allowed() {
        return Math.max(1, (long) (budget.limit() * settings.share()));
    }

    private void drain() {
        List<Waiting> granted = new ArrayList<>();
        synchronized (this) {
            Waiting next = admit();
            while (next != null) {
                granted.add(next);
                next = admit();
            }
        }
        granted.forEach(waiting -> waiting.sink().success(Pass.GRANTED));
    }

    /** Takes the next call out of its queue when it may pass; the highest priority that waits decides. */
    private @Nullable Waiting admit() {
        for (RestCall.Priority priority : RestCall.Priority.values()) {
            Deque<Waiting> queue = queue(priority);
            Waiting head = queue.peekFirst();
            if (head != null) {
                return mayPass(head, priority) ? take(queue) : null;
            }
        }
        return null;
    }

    private boolean mayPass(Waiting head, RestCall.Priority priority) {
        long now = clock.nanos();
        if (inFlight >= settings.concurrency()) {
            return false;
        }
        if (closedFor() > 0) {
            wakeIn(closedFor());
            return false;
        }
        // A call heavier than its priority's ceiling passes when nothing else was spent.
        boolean room = head.weight() <= room(priority, now) || (window.total(now) == 0);
        if (!room) {
            wakeIn(window.untilRelief(now));
        }
        return room;
    }

    private long room(RestCall.Priority priority, long now) {
        long ceiling = (long) (allowed() * ceiling(priority));
        return Math.min(ceiling - window.ours(now), budget.limit() - window.total(now));
    }

    private double ceiling(RestCall.Priority priority) {
        return switch (priority) {
            case RESYNC -> 1;
            case REPAIR -> settings.repairCeiling();
            case POLL -> settings.pollCeiling();
            case BACKFILL -> settings.backfillCeiling();
        };
    }

    private Waiting take(Deque<Waiting> queue) {
        Waiting taken = queue.removeFirst();
        window.spend(clock.nanos(), taken.weight());
        inFlight++;
        return taken;
    }

    private void wakeIn(long nanos) {
        if (!timerSet) {
            timerSet = true;
            timer.schedule(this::wake, Math.max(nanos, 1_000_000L), TimeUnit.NANOSECONDS);
        }
    }

    private void wake() {
        synchronized (this) {
            timerSet = false;
        }
        drain();
    }
}
