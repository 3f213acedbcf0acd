package io.tapeline.collector.gap;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.rest.RestGateway;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;

/**
 * Fills gaps over REST, one at a time, page by page, from the lowest missing id or the earliest time on. A page that
 * brings nothing is tried again after a growing pause, a few times; then the rest of the gap is unrecoverable. While the
 * venue does not answer at all, nothing is known of what it has: that is tried again for as long as it takes. Lives on
 * the feed's scheduler.
 */
public final class GapRepair {
    private static final Logger log = LoggerFactory.getLogger(GapRepair.class);

    /** Pause before each try: the first lets frames that were only late arrive by themselves. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2));

    /**
     * A gap begins when the event before it was received, which the venue dates earlier: what it has must reach back
     * further by the longest that an event is on its way, clocks that differ included.
     */
    private static final long TRANSIT_MICROS = 2_000_000;

    /** What the repair needs of the feed. */
    public interface Feed {
        /** Takes what a page brought; fills holes. */
        void onRepaired(List<Decoded> decoded, RawFrame frame);

        /** Whether there is room for what a repair brings; without it every page would open gaps of its own. */
        boolean room();

        /** Runs an action on the feed's scheduler once everything published so far is durable. */
        void whenDurable(Runnable action);

        /** Asks for the stream of a kind anew, which then begins with its newest events. */
        void resubscribe(Kind kind, InstrumentId instrument);

        /** Nothing more is expected of a hole. */
        void giveUp(OpenGap gap);
    }

    /** @param pages calls still to be made for a hole in time */
    private record Task(OpenGap gap, int tries, List<RestCall> pages) {}

    private final Venue venue;
    private final RestGateway gateway;
    private final InstrumentLookup instruments;
    private final GapLedger ledger;
    private final Feed feed;
    private final Scheduler scheduler;
    private final Deque<Task> queue = new ArrayDeque<>();
    private @Nullable Task running;

    public GapRepair(
            Venue venue,
            RestGateway gateway,
            InstrumentLookup instruments,
            GapLedger ledger,
            Feed feed,
            Scheduler scheduler) {
        this.venue = venue;
        this.gateway = gateway;
        this.instruments = instruments;
        this.ledger = ledger;
        this.feed = feed;
        this.scheduler = scheduler;
    }

    /** Begins to repair a gap; one that the venue cannot fill is unrecoverable at once. */
    public void add(OpenGap gap) {
        List<RestCall> pages = calls(gap);
        if (pages.isEmpty() && !replayed(gap)) {
            ledger.unrecoverable(gap);
            feed.giveUp(gap);
        } else {
            later(new Task(gap, 0, pages));
        }
    }

    /** Whether the stream itself brings missing numbers when it is asked for anew. */
    private boolean replayed(OpenGap gap) {
        return gap.hole() != null && venue.subscriptions().replays(gap.stream());
    }

    /** The last missing id of a hole arrived by whatever way. */
    public void filled(IdHole hole) {
        OpenGap gap = ledger.of(hole);
        if (gap != null) {
            feed.whenDurable(() -> ledger.repaired(gap));
        }
    }

    private void later(Task task) {
        scheduler.schedule(
                () -> {
                    queue.addLast(task);
                    next();
                },
                PAUSES.get(task.tries()).toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void next() {
        while (running == null && !queue.isEmpty()) {
            Task task = queue.removeFirst();
            IdHole hole = task.gap().hole();
            if (!feed.room()) {
                later(task);
            } else if (hole == null || hole.missing() > 0) {
                fetch(task);
            }
        }
    }

    private void fetch(Task task) {
        List<RestCall> pages = task.gap().hole() == null ? task.pages() : calls(task.gap());
        if (pages.isEmpty() && replayed(task.gap())) {
            feed.resubscribe(task.gap().stream(), task.gap().instrument());
            retry(task, "the stream does not begin with what is missing");
            return;
        } else if (pages.isEmpty()) {
            giveUp(task, "the venue has no such history");
            return;
        }
        running = task;
        gateway.send(pages.getFirst(), instruments, scheduler, result -> {
            running = null;
            onResult(task, result);
            next();
        });
    }

    private List<RestCall> calls(OpenGap gap) {
        IdHole hole = gap.hole();
        return venue.rest()
                .repair(
                        gap.stream(),
                        gap.instrument(),
                        hole == null
                                ? new VenueRest.Hole(-1, -1, gap.from(), gap.to())
                                : new VenueRest.Hole(hole.firstMissing(), hole.last(), gap.from(), gap.to()),
                        instruments);
    }

    private void onResult(Task task, RestResult result) {
        switch (result) {
            case RestResult.Answered answered -> onPage(task, answered);
            case RestResult.Failed failed -> {
                switch (failed.reason()) {
                    case REFUSED, BLOCKED -> giveUp(task, failed.detail());
                    case LIMITED, UNAVAILABLE ->
                        later(new Task(task.gap(), Math.min(task.tries() + 1, PAUSES.size() - 1), task.pages()));
                    case MALFORMED -> retry(task, failed.detail());
                }
            }
        }
    }

    private void onPage(Task task, RestResult.Answered answered) {
        IdHole hole = task.gap().hole();
        long before = hole == null ? 1 : hole.missing();
        feed.onRepaired(missed(task.gap(), answered.decoded()), answered.frame());
        if (hole == null) {
            onPageOfTime(task, answered.decoded());
        } else if (hole.missing() > 0) {
            if (hole.missing() < before) {
                queue.addFirst(new Task(task.gap(), 0, task.pages()));
            } else if (beginsAfter(hole, answered.decoded())) {
                giveUp(task, "the venue's history begins after what is missing");
            } else {
                retry(task, "the answer holds none of the missing ids");
            }
        }
    }

    private void onPageOfTime(Task task, List<Decoded> decoded) {
        OpenGap gap = task.gap();
        if (task.pages().size() > 1) {
            queue.addFirst(new Task(gap, 0, task.pages().subList(1, task.pages().size())));
        } else if (venue.rest().repairsNewestOnly(gap.stream())) {
            onNewest(gap, oldest(gap.stream(), decoded));
        } else {
            feed.whenDurable(() -> ledger.repaired(gap));
        }
    }

    /** What lies between the beginning of a gap and the oldest event that the venue still has is lost. */
    private void onNewest(OpenGap gap, long oldest) {
        if (oldest <= gap.from() - TRANSIT_MICROS) {
            feed.whenDurable(() -> ledger.repaired(gap));
        } else {
            OpenGap rest = gap.until(Math.clamp(oldest, gap.from(), gap.to()));
            feed.whenDurable(() -> giveUp(rest, "the venue's newest begin after it"));
        }
    }

    /** Of the venue's newest events those that fall into the gap: the others are known, or of a gap of their own. */
    private List<Decoded> missed(OpenGap gap, List<Decoded> decoded) {
        return gap.hole() != null || !venue.rest().repairsNewestOnly(gap.stream())
                ? decoded
                : decoded.stream()
                        .filter(part -> !(part instanceof Decoded.Event(MarketEvent event)) || within(gap, event))
                        .toList();
    }

    private static boolean within(OpenGap gap, MarketEvent event) {
        long time = event.header().timestamp();
        // A candle that opened before may have gone on into the gap.
        boolean reaches = event instanceof Candle || time >= gap.from() - TRANSIT_MICROS;
        return reaches && time <= gap.to() + TRANSIT_MICROS;
    }

    private static long oldest(Kind kind, List<Decoded> decoded) {
        return decoded.stream()
                .filter(part -> part instanceof Decoded.Event(MarketEvent event) && event.kind() == kind)
                .mapToLong(part -> ((Decoded.Event) part).event().header().timestamp())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Whether an answer that was asked for missing ids holds only later ones. */
    private boolean beginsAfter(IdHole hole, List<Decoded> decoded) {
        long least = Long.MAX_VALUE;
        for (Decoded part : decoded) {
            if (part instanceof Decoded.Event(Trade trade)) {
                long number = venue.continuity(Kind.TRADE).number(trade);
                least = number < 0 ? least : Math.min(least, number);
            }
        }
        return least != Long.MAX_VALUE && least > hole.last();
    }

    private void retry(Task task, String reason) {
        if (task.tries() + 1 == PAUSES.size()) {
            giveUp(task, reason);
        } else {
            later(new Task(task.gap(), task.tries() + 1, task.pages()));
        }
    }

    private void giveUp(Task task, String reason) {
        giveUp(task.gap(), reason);
    }

    private void giveUp(OpenGap gap, String reason) {
        log.info("gap not repaired: {}: {}", gap, reason);
        ledger.unrecoverable(gap);
        feed.giveUp(gap);
    }
}
