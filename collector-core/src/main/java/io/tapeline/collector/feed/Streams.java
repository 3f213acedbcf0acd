package io.tapeline.collector.feed;

import io.tapeline.collector.gap.GapLedger;
import io.tapeline.collector.gap.IdHole;
import io.tapeline.collector.gap.IdTracker;
import io.tapeline.collector.gap.IdTracker.Answer;
import io.tapeline.collector.gap.OpenGap;
import io.tapeline.collector.state.FeedState;
import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.Assurance;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Watermark;
import io.tapeline.model.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The streams of a feed: what each delivered, what it misses. Not for use by several threads. */
final class Streams {
    private final Venue venue;
    private final GapLedger gaps;
    private final PipelineHost host;
    private final boolean booksShowLosses;
    private final Map<StreamKey, StreamState> states = new LinkedHashMap<>();
    private @Nullable IdHole justFilled;

    Streams(Venue venue, GapLedger gaps, PipelineHost host) {
        this.venue = venue;
        this.gaps = gaps;
        this.host = host;
        this.booksShowLosses = venue.books().map(BookSequencer::showsLosses).orElse(true);
    }

    /** Continues where another process stopped; the gaps it left open are returned for repair. */
    List<OpenGap> restore(FeedState saved) {
        saved.positions().forEach((key, position) -> of(key).restore(position));
        Map<StreamKey, List<IdHole>> holes = new HashMap<>();
        for (OpenGap gap : saved.gaps()) {
            gaps.restore(gap);
            if (gap.hole() != null) {
                holes.computeIfAbsent(new StreamKey(gap.stream(), gap.instrument()), key -> new ArrayList<>())
                        .add(gap.hole());
            }
        }
        holes.forEach((key, open) -> {
            IdTracker ids = of(key).ids();
            if (ids != null) {
                ids.restore(ids.last(), ids.lastTime(), open);
            }
        });
        return saved.gaps();
    }

    StreamState of(StreamKey key) {
        return states.computeIfAbsent(key, absent -> new StreamState(key, venue.continuity(key.kind())));
    }

    /** Whether a market event is news by its id, as far as it has consecutive ones; finds holes and fills them. */
    boolean accept(MarketEvent event) {
        justFilled = null;
        StreamState state = of(StreamKey.of(event));
        long id = consecutiveId(event);
        IdTracker ids = state.ids();
        if (ids == null || id < 0 || fetchedAhead(event, id, ids)) {
            return true;
        }
        return switch (ids.accept(id, event.header().timestamp())) {
            case Answer.Next next -> {
                state.mend();
                yield true;
            }
            case Answer.Jump jump -> {
                opened(state, jump);
                yield true;
            }
            case Answer.Fills fills -> {
                if (fills.filled()) {
                    justFilled = fills.hole();
                }
                yield true;
            }
            case Answer.Duplicate duplicate -> isCorrection(event);
        };
    }

    /** What is fetched fills holes and continues what is known, but only the stream tells of a loss by a jump. */
    private static boolean fetchedAhead(MarketEvent event, long id, IdTracker ids) {
        boolean continues = ids.last() >= 0 && id <= ids.last() + 1;
        return event.header().origin() != Origin.LIVE && !continues;
    }

    /** A venue may find out later that a trade was a liquidation; what is read again says so. */
    private static boolean isCorrection(MarketEvent event) {
        return event.header().origin() != Origin.LIVE && event instanceof Trade trade && trade.isLiquidation();
    }

    /** Whether duplicates of an event are found by its consecutive number. */
    boolean tracked(MarketEvent event) {
        return consecutiveId(event) >= 0;
    }

    /** What an event is known by in positions and watermarks, null where it has no such id. */
    @Nullable
    String id(MarketEvent event) {
        return switch (event) {
            case Trade trade
            when venue.continuity(Kind.TRADE) == Continuity.CONSECUTIVE_SEQUENCES ->
                trade.sequence() == null ? null : trade.sequence().toString();
            case Trade trade -> trade.tradeId();
            case Liquidation liquidation -> liquidation.tradeId();
            case Quote quote ->
                quote.sequence() == null ? null : quote.sequence().toString();
            default -> null;
        };
    }

    /** The venue says which event of a stream is its newest: one that has not come long after that is missing. */
    void newest(StreamKey key, long id, long now) {
        StreamState state = of(key);
        IdTracker ids = state.ids();
        if (ids == null || ids.last() < 0) {
            return;
        }
        OptionalLong overdue = state.overdue(id, ids.last(), now);
        if (overdue.isPresent()) {
            opened(state, ids.missing(overdue.getAsLong(), now));
        } else if (id == ids.last()) {
            continues(key, now);
        }
    }

    private void opened(StreamState state, Answer.Jump jump) {
        OpenGap gap = gaps.open(state.key.kind(), state.key.instrument(), jump.hole(), state.causeOfJump());
        state.mend();
        state.coverage.interrupt();
        host.gapOpened(gap);
        IdHole givenUp = jump.givenUp();
        OpenGap old = givenUp == null ? null : gaps.of(givenUp);
        if (old != null) {
            gaps.unrecoverable(old);
        }
    }

    /** A market event was published. */
    void published(MarketEvent event, @Nullable String id) {
        StreamState state = of(StreamKey.of(event));
        // What is fetched says nothing of whether the stream flows.
        if (event.header().origin() == Origin.LIVE || state.ids() != null) {
            long received = event.header().receivedAt();
            state.coverage.begin(received);
            state.coverage.count(id);
            state.received(received);
        }
        IdHole filled = justFilled;
        justFilled = null;
        if (filled != null) {
            // Only now: durable is what was offered before.
            host.holeFilled(filled);
        }
    }

    /** An event found no room: it counts as missing. */
    void refused(MarketEvent event) {
        IdHole filled = justFilled;
        justFilled = null;
        if (filled != null) {
            // What it still lacks is a gap of its own from here on.
            host.holeFilled(filled);
        }
        StreamState state = of(StreamKey.of(event));
        long id = consecutiveId(event);
        if (state.ids() != null && id >= 0) {
            long time = event.header().timestamp();
            IdHole hole = new IdHole(id, id, time, time);
            state.ids().reopen(hole);
            host.gapOpened(gaps.open(event.kind(), event.instrumentId(), hole, "backpressure"));
        } else {
            state.interrupt(event.header().receivedAt(), "backpressure");
        }
    }

    /** Nothing more is expected of a hole. */
    void giveUp(OpenGap gap) {
        IdTracker ids = of(new StreamKey(gap.stream(), gap.instrument())).ids();
        if (ids != null && gap.hole() != null) {
            ids.forget(gap.hole());
        }
    }

    void interrupt(StreamKey key, long from, String cause) {
        of(key).interrupt(from, cause);
    }

    /**
     * Something of a stream is lost that no later event brings. Whatever is said of it until {@link #mendByTime} counts
     * for nothing.
     *
     * @return since when and why: of an interruption before, if there was one
     */
    StreamState.Interruption lost(StreamKey key, long from, String cause) {
        StreamState state = of(key);
        state.interrupt(from, cause);
        return Objects.requireNonNull(state.mend());
    }

    /** A sequence proves that nothing was missed after all. */
    void continues(StreamKey key, long now) {
        StreamState state = of(key);
        state.mend();
        state.coverage.begin(now);
    }

    /** Forgets the streams of an instrument that is not collected any more; what interrupted them to the end is a gap. */
    void forget(InstrumentId instrument, long now) {
        states.keySet().stream()
                .filter(key -> key.instrument().equals(instrument))
                .toList()
                .forEach(key -> mendByTime(key, now));
        states.keySet().removeIf(key -> key.instrument().equals(instrument));
    }

    /** A stream delivers again; where it has no ids, the time in between is a gap. */
    void mendByTime(StreamKey key, long now) {
        mendByTime(key, now, 0);
    }

    /** As {@link #mendByTime(StreamKey, long)}, but a pause of at most so many microseconds is no gap. */
    void mendByTime(StreamKey key, long now, long tolerated) {
        StreamState state = of(key);
        if (state.ids() != null) {
            return;
        }
        StreamState.Interruption over = state.mend();
        state.coverage.begin(now);
        if (over != null && now - over.from() > tolerated) {
            host.gapOpened(gaps.open(key.kind(), key.instrument(), over.from(), now, over.cause()));
        }
    }

    /** A reading of a whole venue that brings these streams was not answered. */
    void interruptAll(StreamKey whole, Predicate<StreamKey> brought, long from, String cause) {
        brought(whole, brought).forEach(state -> state.interrupt(from, cause));
        interrupt(whole, from, cause);
    }

    /**
     * A reading of a whole venue was answered: what interrupted the streams it brings, such as that the process was down,
     * is one interruption of that reading. The stream that delivered last proves it until then.
     */
    void uniteInterruptions(StreamKey whole, Predicate<StreamKey> brought, long now) {
        StreamState.Interruption latest = null;
        for (StreamState state : brought(whole, brought)) {
            StreamState.Interruption over = state.mend();
            state.coverage.begin(now);
            latest = over != null && (latest == null || over.from() > latest.from()) ? over : latest;
        }
        if (latest != null) {
            of(whole).interrupt(latest.from(), latest.cause());
        }
    }

    private List<StreamState> brought(StreamKey whole, Predicate<StreamKey> brought) {
        return states.values().stream()
                .filter(state -> state.key.kind() == whole.kind())
                .filter(state -> !state.key.equals(whole) && brought.test(state.key))
                .toList();
    }

    /** States for every stream what is complete until when. */
    void watermarks(long now, Consumer<MarketEvent> output) {
        for (StreamState state : states.values()) {
            if (state.ids() == null || state.ids().holes().isEmpty()) {
                Watermark watermark =
                        state.coverage.state(state.key.kind(), state.key.instrument(), assurance(state), now);
                if (watermark != null) {
                    output.accept(watermark);
                }
            }
        }
    }

    private Assurance assurance(StreamState state) {
        return switch (state.continuity) {
            case CONSECUTIVE_IDS, CONSECUTIVE_SEQUENCES -> Assurance.VERIFIED;
            case INCREASING_IDS, NONE ->
                state.key.kind() == Kind.BOOK && booksShowLosses ? Assurance.VERIFIED : Assurance.OBSERVED;
            case SAMPLED -> Assurance.SAMPLED;
        };
    }

    private long consecutiveId(MarketEvent event) {
        return event instanceof Trade trade ? venue.continuity(Kind.TRADE).number(trade) : -1;
    }
}
