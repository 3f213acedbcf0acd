package io.tapeline.venue.htx;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import java.util.Objects;

/**
 * Rules of {@code depth.size_N.high_freq} with {@code data_type} {@code incremental}, facts of 2026-09-23.
 *
 * <ol>
 *   <li>The first message of a subscription has the event {@code snapshot} and replaces the book.
 *   <li>Every {@code update} has the version of the message before plus one, for that topic on that connection; one
 *       without levels counts too. An older one is the same again: drop it.
 *   <li>On a hole, unsubscribe and subscribe that topic: a new snapshot comes.
 *   <li>Sizes are absolute, 0 deletes; at most N levels a side are kept.
 *   <li>There is no checksum.
 *   <li>{@code depth.step0}, in recordings, is a whole book every time; its version is a time in seconds and continues
 *       nothing, so it never replaces a book that is kept by versions.
 * </ol>
 */
record HtxSwapBookSequencer(int levels) implements BookSequencer {

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.STREAM;
    }

    @Override
    public boolean supersedes(long bookSequence, BookUpdate snapshot) {
        return snapshot.lastSequence() != null || bookSequence < 0;
    }

    @Override
    public Verdict first(long snapshotSequence, BookUpdate update) {
        return next(snapshotSequence, update);
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        long version = Objects.requireNonNull(update.lastSequence());
        if (bookSequence < 0) {
            return Verdict.RESYNC;
        } else if (version <= bookSequence) {
            return Verdict.IGNORE;
        }
        return version == bookSequence + 1 ? Verdict.APPLY : Verdict.RESYNC;
    }
}
