package io.tapeline.venue.htx;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import java.util.Objects;

/**
 * Rules of {@code mbp.N}, captures of 2020 and the documentation.
 *
 * <ol>
 *   <li>Subscribe and buffer; once an update is there, ask for the book with {@code req} of the same N.
 *   <li>Drop updates whose {@code prevSeqNum} is below the book's {@code seqNum}. The first that is left continues it
 *       exactly; if it is beyond, the book is too old: the venue's are up to a second old, so ask again. If none is left,
 *       the next one will be it.
 *   <li>Afterwards {@code prevSeqNum} is the {@code seqNum} of the update before, that of one without levels too. On a hole
 *       begin anew; the subscription may stay.
 *   <li>Sizes are absolute, 0 deletes, a side that is missing did not change; at most N levels a side are kept.
 *   <li>There is no checksum.
 *   <li>{@code depth.step0} and {@code mbp.refresh.N}, in recordings, are whole books every time and continue nothing, so
 *       they never replace a book that is kept by numbers.
 * </ol>
 */
record HtxSpotBookSequencer(int levels) implements BookSequencer {

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.REQUEST;
    }

    @Override
    public boolean supersedes(long bookSequence, BookUpdate snapshot) {
        Long sequence = snapshot.lastSequence();
        return bookSequence < 0 || (sequence != null && sequence > bookSequence);
    }

    @Override
    public Verdict first(long snapshotSequence, BookUpdate update) {
        return judge(Objects.requireNonNull(update.previousSequence()), snapshotSequence, update);
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        return judge(Objects.requireNonNull(update.lastSequence()), bookSequence, update);
    }

    /** @param known what of it tells that the book has it already */
    private static Verdict judge(long known, long bookSequence, BookUpdate update) {
        if (Objects.equals(update.previousSequence(), bookSequence)) {
            return Verdict.APPLY;
        }
        return known <= bookSequence ? Verdict.IGNORE : Verdict.RESYNC;
    }
}
