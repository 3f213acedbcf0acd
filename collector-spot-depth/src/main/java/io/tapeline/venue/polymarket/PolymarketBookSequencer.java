package io.tapeline.venue.polymarket;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;

/**
 * Books of the CLOB, one for each token:
 *
 * <ol>
 *   <li>{@code book} is the whole book: after subscribing, and after a trade.
 *   <li>{@code price_change} has absolute sizes and applies as it comes; nothing numbers it.
 *   <li>Each change says the best prices that follow from it. When they differ from ours twice running, the book is
 *       fetched anew; the core sees to that.
 *   <li>A book counts when it is not older than what was applied last. Changes that are older than a book are in it,
 *       whether they waited for it or were on their way while it was fetched.
 *   <li>Books are crossed for a moment around a match, whose {@code book} comes after it.
 * </ol>
 */
final class PolymarketBookSequencer implements BookSequencer {

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.REST;
    }

    @Override
    public boolean numbered() {
        return false;
    }

    @Override
    public Crossing crossing() {
        return Crossing.TOLERATE;
    }

    @Override
    public boolean supersedes(BookUpdate last, BookUpdate snapshot) {
        return time(snapshot) >= time(last);
    }

    @Override
    public Verdict first(BookUpdate snapshot, BookUpdate update) {
        return time(update) < time(snapshot) ? Verdict.IGNORE : Verdict.APPLY;
    }

    @Override
    public Verdict first(long snapshotSequence, BookUpdate update) {
        return Verdict.APPLY;
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        return Verdict.APPLY;
    }

    private static long time(BookUpdate update) {
        return update.header().timestamp();
    }
}
