package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import java.util.Objects;

/**
 * Rules of the feed {@code book}, https://docs.kraken.com/api/docs/futures-api/websocket/book; the rule for holes is
 * measured (7 014 changes of a capture of 2021), not promised.
 *
 * <ol>
 *   <li>Subscribe: {@code book_snapshot} comes with the whole book and its {@code seq}.
 *   <li>Drop changes with a {@code seq} that is not after it.
 *   <li>Every change has the {@code seq} of the one before in its product plus one; the first that of the snapshot.
 *   <li>On a hole, unsubscribe and subscribe the product.
 *   <li>A change is one level with its absolute size; 0 deletes, a negative size counts as 0.
 *   <li>There is no checksum.
 *   <li>A match that takes several levels comes as several changes, between which the book may be crossed: numbers alone
 *       decide.
 *   <li>A whole book by REST, in recordings, has no {@code seq}: it never replaces one that is kept by numbers.
 * </ol>
 */
final class KrakenFuturesBookSequencer implements BookSequencer {

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.STREAM;
    }

    @Override
    public Crossing crossing() {
        return Crossing.TOLERATE;
    }

    @Override
    public boolean supersedes(long bookSequence, BookUpdate snapshot) {
        Long sequence = snapshot.lastSequence();
        return sequence == null ? bookSequence < 0 : sequence >= bookSequence;
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        long sequence = Objects.requireNonNull(update.lastSequence());
        if (bookSequence < 0) {
            return Verdict.RESYNC;
        } else if (sequence <= bookSequence) {
            return Verdict.IGNORE;
        }
        return sequence == bookSequence + 1 ? Verdict.APPLY : Verdict.RESYNC;
    }
}
