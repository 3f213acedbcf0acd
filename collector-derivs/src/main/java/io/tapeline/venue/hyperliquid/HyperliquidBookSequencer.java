package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;

/**
 * Books of Hyperliquid:
 *
 * <ol>
 *   <li>Every message is the whole book as far as it is shown; there are no changes, numbers or checksums, and nothing to
 *       resync.
 *   <li>{@code time}, in milliseconds, takes the place of a number: a message older than the book is dropped, also after
 *       a reconnect; of two of one time the later counts.
 * </ol>
 */
final class HyperliquidBookSequencer implements BookSequencer {

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.STREAM;
    }

    @Override
    public boolean supersedes(long bookSequence, BookUpdate snapshot) {
        return snapshot.lastSequence() == null || snapshot.lastSequence() >= bookSequence;
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        return supersedes(bookSequence, update) ? Verdict.APPLY : Verdict.IGNORE;
    }
}
