package io.tapeline.venue.deribit;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import java.util.Objects;

/**
 * Rules of https://docs.deribit.com, {@code book.{instrument_name}.{interval}}. B is the {@code change_id} the book is at;
 * {@code change_id} grows but is not consecutive.
 *
 * <ol>
 *   <li>The first message is the whole book, of full depth: replace.
 *   <li>A change has {@code prev_change_id == B}: apply; amounts are absolute, 0 removes.
 *   <li>A change that leads no further than B was seen before, as when connections overlap: drop.
 *   <li>A change that begins before B and leads beyond it covers what the book has and more, as when connections that
 *       overlap cut the same changes into other messages: since amounts are absolute, apply.
 *   <li>A change that begins after B: something is missing. Subscribe again, which brings a whole book.
 * </ol>
 */
final class DeribitBookSequencer implements BookSequencer {

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.STREAM;
    }

    /** A whole book of an overlapping connection may be older than what is known. */
    @Override
    public boolean supersedes(long bookSequence, BookUpdate snapshot) {
        return Objects.requireNonNull(snapshot.lastSequence()) >= bookSequence;
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        if (Objects.requireNonNull(update.lastSequence()) <= bookSequence) {
            return Verdict.IGNORE;
        }
        Long previous = update.previousSequence();
        return previous != null && previous <= bookSequence ? Verdict.APPLY : Verdict.RESYNC;
    }
}
