package io.tapeline.collector.feed;

import io.tapeline.collector.rest.RestGateway;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.state.FeedState;
import io.tapeline.collector.state.PendingHistory;
import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.core.scheduler.Scheduler;

/**
 * Fetches what happened before an instrument was first collected: one call at a time, a window of days after the other,
 * each counted as done when it is durable. What is left when the process ends is taken up by the next. Lives on the
 * feed's scheduler.
 */
final class Backfill {
    private static final Logger log = LoggerFactory.getLogger(Backfill.class);
    private static final long WINDOW = micros(Duration.ofDays(7));
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration ROOM_CHECK = Duration.ofSeconds(1);

    /** What it needs of the feed. */
    interface Output {
        void take(RestResult.Answered answer);

        void whenDurable(Runnable action);

        /** Whether events find room; live ones have the first right to it. */
        boolean room();
    }

    private final String feed;
    private final VenueRest rest;
    private final RestGateway gateway;
    private final InstrumentLookup instruments;
    private final Scheduler scheduler;
    private final LongSupplier now;
    private final long reach;
    private final Output output;
    private final Map<StreamKey, PendingHistory> pending = new LinkedHashMap<>();
    private final Set<StreamKey> known = new HashSet<>();
    private final Set<StreamKey> wanted = new HashSet<>();
    private boolean running;
    private boolean stopped;
    private boolean fetchedBefore;

    /** @param days how far back; 0 fetches nothing */
    Backfill(
            String feed,
            VenueRest rest,
            RestGateway gateway,
            InstrumentLookup instruments,
            Scheduler scheduler,
            LongSupplier now,
            int days,
            Output output) {
        this.feed = feed;
        this.rest = rest;
        this.gateway = gateway;
        this.instruments = instruments;
        this.scheduler = scheduler;
        this.now = now;
        this.reach = micros(Duration.ofDays(days));
        this.output = output;
    }

    private static long micros(Duration duration) {
        return duration.toMillis() * 1_000;
    }

    /** Continues where another process stopped; streams with a position have been collected before. */
    void restore(FeedState saved) {
        known.addAll(saved.positions().keySet());
        saved.history().forEach(history -> pending.put(history.stream(), history));
    }

    /** These are collected: what is new among them gets its history. */
    void want(Collection<InstrumentId> collected, Collection<Kind> kinds) {
        wanted.clear();
        if (reach == 0) {
            return;
        }
        for (InstrumentId instrument : collected) {
            for (Kind kind : kinds) {
                want(new StreamKey(kind, instrument));
            }
        }
        next();
    }

    private void want(StreamKey stream) {
        long to = now.getAsLong();
        wanted.add(stream);
        if (known.add(stream)
                && !pending.containsKey(stream)
                && !rest.history(stream.kind(), stream.instrument(), to - 1, to, instruments)
                        .isEmpty()) {
            pending.put(stream, new PendingHistory(stream, to - reach, to));
        }
    }

    /** An instrument is not collected any more: what is left of its history is not fetched. */
    void forget(InstrumentId instrument) {
        known.removeIf(stream -> stream.instrument().equals(instrument));
        pending.keySet().removeIf(stream -> stream.instrument().equals(instrument));
    }

    /** What is still to be fetched. */
    List<PendingHistory> pending() {
        return List.copyOf(pending.values());
    }

    void stop() {
        stopped = true;
    }

    private void next() {
        if (running || stopped) {
            return;
        }
        Iterator<PendingHistory> due = pending.values().stream()
                .filter(history -> wanted.contains(history.stream()))
                .iterator();
        if (!due.hasNext()) {
            return;
        }
        running = true;
        PendingHistory history = due.next();
        long until = Math.min(history.to(), history.from() + WINDOW);
        StreamKey stream = history.stream();
        fetch(history, until, rest.history(stream.kind(), stream.instrument(), history.from(), until, instruments));
    }

    private void fetch(PendingHistory history, long until, List<RestCall> calls) {
        if (stopped) {
            return;
        }
        if (calls.isEmpty()) {
            output.whenDurable(() -> done(history, until));
        } else if (!output.room()) {
            later(ROOM_CHECK, () -> fetch(history, until, calls));
        } else {
            gateway.send(calls.getFirst(), instruments, scheduler, result -> onResult(history, until, calls, result));
        }
    }

    private void onResult(PendingHistory history, long until, List<RestCall> calls, RestResult result) {
        if (stopped) {
            return;
        }
        switch (result) {
            case RestResult.Answered answered -> {
                output.take(answered);
                fetch(history, until, new ArrayList<>(calls.subList(1, calls.size())));
            }
            case RestResult.Failed failed -> {
                switch (failed.reason()) {
                    case LIMITED, UNAVAILABLE -> later(PAUSE, () -> fetch(history, until, calls));
                    case REFUSED, BLOCKED, MALFORMED -> {
                        log.warn("{} history of {} given up: {}", feed, history.stream(), failed.detail());
                        done(history, history.to());
                    }
                }
            }
        }
    }

    private void done(PendingHistory history, long until) {
        StreamKey stream = history.stream();
        // At the end of the line, so that every instrument has something before one has everything.
        pending.remove(stream);
        if (until < history.to()) {
            pending.put(stream, new PendingHistory(stream, until, history.to()));
        } else if (pending.isEmpty()) {
            log.atLevel(fetchedBefore ? Level.DEBUG : Level.INFO).log("{} history fetched", feed);
            fetchedBefore = true;
        }
        running = false;
        next();
    }

    private void later(Duration pause, Runnable action) {
        scheduler.schedule(action, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
