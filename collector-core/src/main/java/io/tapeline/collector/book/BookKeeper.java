package io.tapeline.collector.book;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.BookSequencer.SnapshotSource;
import io.tapeline.collector.venue.BookSequencer.Verdict;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one book in sync. Updates that come before the snapshot wait in a bounded buffer (the oldest are forgotten; a
 * snapshot that is older than what is left is asked for again). A book that is not in sync publishes nothing. Not for use
 * by several threads.
 */
public final class BookKeeper {
    /** Updates that wait for a snapshot: at ten a second, more than three minutes. */
    static final int MAX_WAITING = 2_000;

    private enum State {
        EMPTY,
        /** Has a snapshot, waits for the first update. */
        LOADED,
        LIVE
    }

    private final InstrumentId instrument;
    private final BookSequencer rules;
    private final BookOutput output;
    private final Predicate<InstrumentId> snapshotExpected;
    private final OrderBook book;
    private final BookChecks checks;
    private final BookEvents events;
    private final Deque<BookUpdate> waiting = new ArrayDeque<>();
    private State state = State.EMPTY;
    private boolean snapshotAsked;
    private long turn;
    private @Nullable Long turnOf;
    private @Nullable BookUpdate last;

    /**
     * @param metadata what is known of the instrument, null while nothing is
     * @param snapshotExpected whether a snapshot may still come; where none will, as in a recording that holds none,
     *     updates are published unverified
     */
    public BookKeeper(
            InstrumentId instrument,
            BookSequencer rules,
            BookOutput output,
            Supplier<@Nullable Instrument> metadata,
            Predicate<InstrumentId> snapshotExpected) {
        this.instrument = instrument;
        this.rules = rules;
        this.book = new OrderBook(rules.levels(), rules.crossing() == BookSequencer.Crossing.RESOLVE);
        this.output = output;
        this.snapshotExpected = snapshotExpected;
        this.checks = new BookChecks(rules, metadata);
        this.events = new BookEvents(rules, output, metadata);
    }

    /** Takes an update or a snapshot, from the stream or from REST. */
    public void onUpdate(BookUpdate update) {
        if (update.snapshot()) {
            onSnapshot(update);
        } else {
            switch (state) {
                case EMPTY -> await(update);
                case LOADED -> judge(update, rules.first(Objects.requireNonNull(last), update));
                case LIVE -> judge(update, rules.next(sequence(last), update));
            }
        }
    }

    /** The connection was lost: what follows does not continue this book. */
    public void onDisconnect() {
        reset();
    }

    /** The snapshot that was asked for did not come; it is asked for again with the next update. */
    public void onSnapshotFailed() {
        snapshotAsked = false;
    }

    /** What brought the book is gone, and what else brings it does not continue it. */
    public void onSourceLost() {
        BookUpdate current = last;
        if (current != null) {
            output.lost(current.header(), current.header(), "the connection that brought the book is gone");
            reset();
            askForSnapshot();
        }
    }

    public boolean inSync() {
        return state != State.EMPTY;
    }

    /** The book; meaningful only while it is in sync. */
    public OrderBook book() {
        return book;
    }

    /** The update that led to the present state, null when there is none. */
    public @Nullable BookUpdate last() {
        return last;
    }

    /** What was checked of the present state. */
    public Verified verified() {
        return last == null ? Verified.NONE : events.verified(last);
    }

    /** Publishes the whole book again, so that late subscribers can join; nothing while it is not in sync. */
    public void republish(long now) {
        BookUpdate current = last;
        if (inSync() && current != null) {
            Header before = current.header();
            events.snapshot(
                    book,
                    current,
                    new Header(instrument, before.timestamp(), before.timeSource(), now, before.origin(), 0));
        }
    }

    /** Publishes what still waits, unverified: no snapshot will come any more. */
    public void releaseUnverified() {
        while (!waiting.isEmpty()) {
            events.delta(waiting.removeFirst(), Verified.NONE);
        }
    }

    private void await(BookUpdate update) {
        if (!snapshotExpected.test(instrument)) {
            releaseUnverified();
            events.delta(update, Verified.NONE);
            return;
        }
        if (waiting.size() == MAX_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(update);
        askForSnapshot();
    }

    /** Asks for a snapshot, unless one is on its way. */
    public void askForSnapshot() {
        if (!snapshotAsked) {
            snapshotAsked = true;
            switch (rules.snapshotSource()) {
                case REST, REQUEST -> output.snapshotWanted(instrument);
                case STREAM -> output.resubscribeWanted(instrument);
            }
        }
    }

    private void onSnapshot(BookUpdate snapshot) {
        snapshotAsked = false;
        if (rules.snapshotSource() != SnapshotSource.STREAM && tooOld(snapshot)) {
            askForSnapshot();
            return;
        }
        if (!rules.numbered() && rules.snapshotSource() == SnapshotSource.STREAM) {
            // Nothing but their order tells that they came before it.
            waiting.clear();
        }
        if (last != null && !rules.supersedes(last, snapshot)) {
            return;
        }
        book.keep(rules.levels(snapshot));
        book.load(snapshot.bids(), snapshot.asks(), turn(snapshot));
        resolved(snapshot);
        last = snapshot;
        state = State.LOADED;
        checks.restart();
        if (!checks.matches(book, snapshot)) {
            lose(snapshot, snapshot, "checksum of a snapshot does not match");
            return;
        }
        output.synced(snapshot.header());
        events.snapshot(book, snapshot, snapshot.header());
        joinWaiting();
    }

    /** Whether the stream began after the snapshot was taken, so that something between them is missing. */
    private boolean tooOld(BookUpdate snapshot) {
        for (BookUpdate update : waiting) {
            Verdict verdict = rules.first(snapshot, update);
            if (verdict != Verdict.IGNORE) {
                return verdict == Verdict.RESYNC;
            }
        }
        return false;
    }

    private void joinWaiting() {
        // A lost book fills the buffer anew: what waits now is taken out first.
        Deque<BookUpdate> updates = new ArrayDeque<>(waiting);
        waiting.clear();
        updates.forEach(this::onUpdate);
    }

    private void judge(BookUpdate update, Verdict verdict) {
        switch (verdict) {
            case IGNORE -> {}
            case RESYNC -> lose(last == null ? update : last, update, "a book update is missing");
            case APPLY -> apply(update);
        }
    }

    /**
     * Updates in the order they came, those of one number together: numbers themselves begin anew with a connection while
     * levels outlive it.
     */
    private long turn(BookUpdate update) {
        Long sequence = update.lastSequence();
        if (sequence == null || !sequence.equals(turnOf)) {
            turn++;
        }
        turnOf = sequence;
        return turn;
    }

    private void apply(BookUpdate received) {
        Aftermath cut = book.apply(received.bids(), received.asks(), turn(received));
        BookUpdate update = resolved(cut.of(received));
        BookUpdate before = last == null ? update : last;
        String failure = checks.failure(book, update);
        if (failure != null) {
            lose(before, update, failure);
        } else {
            last = update;
            state = State.LIVE;
            events.delta(update, events.verified(update));
        }
    }

    /** The update, with what went because of it where books are uncrossed. */
    private BookUpdate resolved(BookUpdate update) {
        boolean resolves = rules.crossing() == BookSequencer.Crossing.RESOLVE && book.crossed();
        return resolves ? book.resolveCrossing().of(update) : update;
    }

    private void lose(BookUpdate lastGood, BookUpdate found, String reason) {
        output.lost(lastGood.header(), found.header(), reason);
        reset();
        if (!found.snapshot()) {
            await(found);
        } else {
            askForSnapshot();
        }
    }

    private void reset() {
        state = State.EMPTY;
        snapshotAsked = false;
        last = null;
        checks.restart();
        events.restart();
        waiting.clear();
        book.clear();
    }

    private static long sequence(@Nullable BookUpdate update) {
        Long sequence = update == null ? null : update.lastSequence();
        return sequence == null ? -1 : sequence;
    }
}
