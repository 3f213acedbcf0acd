package io.tapeline.venue.upbit;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;

/**
 * Books of Upbit:
 *
 * <ol>
 *   <li>Every message is the whole book as far as it is shown, 30 levels a side, 15 until 2023. Nothing is numbered and
 *       nothing has a checksum: a lost message shows in nothing, and the next makes up for it.
 *   <li>{@code timestamp} is when the book last changed. A message older than the book is dropped, also after a reconnect;
 *       of two of one time the later counts.
 *   <li>BTC and USDT books are shared with other sites and may be locked or crossed for an instant: that is published.
 * </ol>
 */
final class UpbitBookSequencer implements BookSequencer {

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.STREAM;
    }

    @Override
    public Crossing crossing() {
        return Crossing.TOLERATE;
    }

    @Override
    public boolean supersedes(BookUpdate last, BookUpdate snapshot) {
        return snapshot.header().timestamp() >= last.header().timestamp();
    }

    /** There are no changes to judge. */
    @Override
    public Verdict first(long snapshotSequence, BookUpdate update) {
        return Verdict.APPLY;
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        return Verdict.APPLY;
    }
}
