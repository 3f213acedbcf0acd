package io.tapeline.collector.venue;

import io.tapeline.collector.book.OrderBook;
import io.tapeline.model.instrument.Instrument;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A venue's rules for applying book updates in sequence. Touches no network and keeps no state. */
public interface BookSequencer {

    /** What to do with an update. */
    enum Verdict {
        /** Apply it. */
        APPLY,
        /** It is older than the book: drop it. */
        IGNORE,
        /** Something is missing between the book and it. */
        RESYNC
    }

    /** How the first state of a book is had. */
    enum SnapshotSource {
        /** By a REST call, joined to buffered updates. */
        REST,
        /** The stream begins with one. */
        STREAM,
        /** Asked for on the connection of the stream, joined to buffered updates: {@link VenueSubscriptions#book}. */
        REQUEST
    }

    /** What a book is that stays crossed. */
    enum Crossing {
        /** Out of step: it is built anew. */
        RESYNC,
        /** A state of the market, such as an auction. */
        TOLERATE,
        /**
         * A race between updates: of the best bid and ask the one set by the older update goes; when both are of the same
         * update, the smaller size is taken from the larger and the exhausted side goes.
         */
        RESOLVE
    }

    SnapshotSource snapshotSource();

    default Crossing crossing() {
        return Crossing.RESYNC;
    }

    /** Levels a side that the venue keeps; what lies beyond is not part of the book. */
    default int levels() {
        return OrderBook.MAX_LEVELS;
    }

    /** The same for the book that begins with a snapshot, where that tells it. */
    default int levels(Decoded.BookUpdate snapshot) {
        return levels();
    }

    /**
     * Whether updates carry numbers, by which what two connections bring is told apart; where they carry none, a book
     * follows the connection that brought its snapshot.
     */
    default boolean numbered() {
        return true;
    }

    /**
     * Whether a change that never came shows by those that follow it. Where it does not, a frame that cannot be read costs
     * every book of its connection, and books are observed but not verified.
     */
    default boolean showsLosses() {
        return numbered() || checksums();
    }

    /** How often a book is built anew although nothing seems wrong; zero: never. */
    default Duration renewal() {
        return Duration.ZERO;
    }

    /** Whether a snapshot replaces the book, or is older than it and dropped. */
    default boolean supersedes(long bookSequence, Decoded.BookUpdate snapshot) {
        return true;
    }

    /** As {@link #supersedes(long, Decoded.BookUpdate)}, where it takes more of the book's last update than its sequence. */
    default boolean supersedes(Decoded.BookUpdate last, Decoded.BookUpdate snapshot) {
        return supersedes(sequence(last), snapshot);
    }

    /** As {@link #first(long, Decoded.BookUpdate)}, where times decide because nothing is numbered. */
    default Verdict first(Decoded.BookUpdate snapshot, Decoded.BookUpdate update) {
        return first(sequence(snapshot), update);
    }

    private static long sequence(Decoded.BookUpdate update) {
        Long sequence = update.lastSequence();
        return sequence == null ? -1 : sequence;
    }

    /**
     * Judges the first update after a snapshot; as every later one, where the venue has no other rule for it.
     *
     * @param snapshotSequence {@code lastSequence} of the snapshot
     */
    default Verdict first(long snapshotSequence, Decoded.BookUpdate update) {
        return next(snapshotSequence, update);
    }

    /**
     * Judges every later update.
     *
     * @param bookSequence {@code lastSequence} of the update applied last
     */
    Verdict next(long bookSequence, Decoded.BookUpdate update);

    /**
     * Whether a book that was built agrees with the checksum of the update that led to it; true where the venue sends
     * none.
     */
    default boolean matches(BookView book, @Nullable Long checksum) {
        return true;
    }

    /** As {@link #matches(BookView, Long)}, where how numbers are written follows from the instrument. */
    default boolean matches(BookView book, @Nullable Long checksum, @Nullable Instrument instrument) {
        return matches(book, checksum);
    }

    /** Whether the venue sends checksums. */
    default boolean checksums() {
        return false;
    }

    /** Levels of a book as the sequencer may see them, best first. */
    interface BookView {
        io.tapeline.model.decimal.Levels bids(int limit);

        io.tapeline.model.decimal.Levels asks(int limit);
    }
}
