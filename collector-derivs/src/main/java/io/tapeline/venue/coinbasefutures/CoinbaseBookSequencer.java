package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;

/**
 * Rules of {@code level2}, https://docs.cdp.coinbase.com/coinbase-app/advanced-trade-apis/websocket/websocket-channels. A
 * book has no numbers of its own; its sequence is the number of the frame.
 *
 * <ol>
 *   <li>The stream begins with a snapshot of the whole book; any later one replaces it.
 *   <li>Updates apply in the order of their frames. One frame may hold several of a book.
 *   <li>One with a number a little lower came out of order: the book is built anew. One far lower is of another connection,
 *       which counts its own: sizes are absolute, so it applies.
 *   <li>Frames of a connection are counted one by one: a number that stays away may have been any book's, and all of the
 *       connection are built anew.
 * </ol>
 */
final class CoinbaseBookSequencer implements BookSequencer {
    /** Frames that a connection brings in a second or so. */
    private static final int OUT_OF_ORDER = 64;

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.STREAM;
    }

    /** What was waiting for the snapshot came before it. */
    @Override
    public Verdict first(long snapshotSequence, BookUpdate update) {
        Long sequence = update.lastSequence();
        return sequence != null && sequence < snapshotSequence ? Verdict.IGNORE : Verdict.APPLY;
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        Long sequence = update.lastSequence();
        boolean outOfOrder = sequence != null && sequence < bookSequence && sequence >= bookSequence - OUT_OF_ORDER;
        return outOfOrder ? Verdict.RESYNC : Verdict.APPLY;
    }
}
