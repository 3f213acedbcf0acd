package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;

/**
 * Rules of every depth and category, https://bybit-exchange.github.io/docs/v5/websocket/public/orderbook; u is the update
 * id of a frame.
 *
 * <ol>
 *   <li>The stream begins with a snapshot.
 *   <li>Any later snapshot replaces the book; u of 1 is one, whatever its type says: the service was restarted.
 *   <li>A delta applies when its u is one more than that of the frame before it.
 *   <li>One with an older u is dropped.
 *   <li>Anything else is a hole: subscribing anew brings a snapshot.
 *   <li>A snapshot that is a little older than the book is that of another connection which has just begun.
 * </ol>
 */
final class BybitBookSequencer implements BookSequencer {
    /** Updates of some seconds at the fastest depth. */
    private static final long OVERLAP = 500;

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.STREAM;
    }

    @Override
    public boolean supersedes(long bookSequence, BookUpdate snapshot) {
        Long sequence = snapshot.lastSequence();
        return sequence == null || sequence >= bookSequence || sequence < bookSequence - OVERLAP;
    }

    @Override
    public Verdict first(long snapshotSequence, BookUpdate update) {
        return next(snapshotSequence, update);
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        Long sequence = update.lastSequence();
        if (sequence == null || sequence > bookSequence + 1) {
            return Verdict.RESYNC;
        }
        return sequence <= bookSequence ? Verdict.IGNORE : Verdict.APPLY;
    }
}
