package io.tapeline.collector.book;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.BookSequencer.SnapshotSource;
import io.tapeline.collector.venue.BookSequencer.Verdict;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
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

    /** A book may be crossed for one update while the venue matches; longer is divergence. */
    private static final int CROSSED_TOLERATED = 1;

    /** The best prices may differ for one update from what the venue says; longer is divergence. */
    private static final int STRANGE_TOPS_TOLERATED = 1;

    private enum State {
        EMPTY,
        /** Has a snapshot, waits for the first update. */
        LOADED,
        LIVE
    }

    private final InstrumentId instrument;
    private final BookSequencer rules;
    private final BookOutput output;
    private final Supplier<@Nullable Instrument> metadata;
    private final Predicate<InstrumentId> snapshotExpected;
    private final OrderBook book;
    private final Deque<BookUpdate> waiting = new ArrayDeque<>();
    private State state = State.EMPTY;
    private boolean snapshotAsked;
    private int crossedFor;
    private int strangeTops;
    private long turn;
    private @Nullable Long turnOf;
    private @Nullable BookUpdate last;
    private @Nullable Long published;

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
        this.metadata = metadata;
        this.snapshotExpected = snapshotExpected;
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
        return last == null ? Verified.NONE : verified(last);
    }

    /** Publishes the whole book again, so that late subscribers can join; nothing while it is not in sync. */
    public void republish(long now) {
        BookUpdate current = last;
        if (inSync() && current != null) {
            publishSnapshot(new Header(
                    instrument,
                    current.header().timestamp(),
                    current.header().timeSource(),
                    now,
                    current.header().origin(),
                    0));
        }
    }

    /** Publishes what still waits, unverified: no snapshot will come any more. */
    public void releaseUnverified() {
        while (!waiting.isEmpty()) {
            publishDelta(waiting.removeFirst(), Verified.NONE);
        }
    }

    private void await(BookUpdate update) {
        if (!snapshotExpected.test(instrument)) {
            releaseUnverified();
            publishDelta(update, Verified.NONE);
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
        crossedFor = 0;
        strangeTops = 0;
        if (!matches(snapshot)) {
            lose(snapshot, snapshot, "checksum of a snapshot does not match");
            return;
        }
        output.synced(snapshot.header());
        publishSnapshot(snapshot.header());
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
        crossedFor = rules.crossing() == BookSequencer.Crossing.RESYNC && book.crossed() ? crossedFor + 1 : 0;
        strangeTops = hasTop(update.top()) ? 0 : strangeTops + 1;
        BookUpdate before = last == null ? update : last;
        if (!matches(update)) {
            lose(before, update, "the book's checksum does not match");
        } else if (crossedFor > CROSSED_TOLERATED) {
            lose(before, update, "the book is crossed");
        } else if (strangeTops > STRANGE_TOPS_TOLERATED) {
            lose(before, update, "the best prices are not those that the venue says");
        } else {
            last = update;
            state = State.LIVE;
            publishDelta(update, verified(update));
        }
    }

    private boolean hasTop(Decoded.@Nullable Top top) {
        return top == null || (isBest(top.bid(), book.bids(1)) && isBest(top.ask(), book.asks(1)));
    }

    private static boolean isBest(@Nullable BigDecimal price, Levels best) {
        return price == null ? best.isEmpty() : !best.isEmpty() && best.price(0).compareTo(price) == 0;
    }

    private boolean matches(BookUpdate update) {
        return rules.matches(book, update.checksum(), metadata.get());
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
        crossedFor = 0;
        strangeTops = 0;
        last = null;
        published = null;
        waiting.clear();
        book.clear();
    }

    private void publishSnapshot(Header header) {
        BookUpdate current = Objects.requireNonNull(last);
        Long sequence = current.lastSequence();
        output.publish(new Book(
                header,
                true,
                book.bids(Integer.MAX_VALUE),
                book.asks(Integer.MAX_VALUE),
                current.sizeUnit(),
                contractSize(),
                sequence,
                null,
                verified(current)));
        published = sequence;
    }

    private void publishDelta(BookUpdate update, Verified verified) {
        output.publish(new Book(
                update.header(),
                false,
                update.bids(),
                update.asks(),
                update.sizeUnit(),
                contractSize(),
                update.lastSequence(),
                published,
                verified));
        published = update.lastSequence();
    }

    private @Nullable BigDecimal contractSize() {
        Instrument instrument = metadata.get();
        return instrument == null ? null : instrument.contractSize();
    }

    private Verified verified(BookUpdate update) {
        if (rules.checksums() && update.checksum() != null) {
            return Verified.CHECKSUM;
        }
        return update.lastSequence() == null ? Verified.NONE : Verified.SEQUENCE;
    }

    private static long sequence(@Nullable BookUpdate update) {
        Long sequence = update == null ? null : update.lastSequence();
        return sequence == null ? -1 : sequence;
    }
}
