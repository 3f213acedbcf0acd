package io.tapeline.collector.venue;

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
        STREAM
    }

    SnapshotSource snapshotSource();

    /**
     * Judges the first update after a snapshot.
     *
     * @param snapshotSequence {@code lastSequence} of the snapshot
     */
    Verdict first(long snapshotSequence, Decoded.BookUpdate update);

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
