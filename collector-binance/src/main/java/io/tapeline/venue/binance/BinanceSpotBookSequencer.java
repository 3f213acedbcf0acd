package io.tapeline.venue.binance;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import java.util.Objects;

/**
 * Spot rules, https://github.com/binance/binance-spot-api-docs, "How to manage a local order book correctly". L is the
 * {@code lastUpdateId} of the snapshot, U and u the first and last update of a message, B the update the book is at.
 *
 * <ol>
 *   <li>Subscribe, buffer, then fetch the snapshot; when L lies before the first buffered U, fetch again.
 *   <li>Drop what has {@code u <= L}.
 *   <li>The first applied has {@code U <= L + 1 <= u}. (The documentation says that L lies within [U;u], which fails
 *       whenever the snapshot ends exactly with a message.)
 *   <li>Later, {@code u <= B} is old: drop it. The same message may come twice while connections overlap.
 *   <li>{@code U > B + 1} is a hole: start again. Anything else is applied, and B becomes u.
 * </ol>
 */
final class BinanceSpotBookSequencer implements BookSequencer {

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.REST;
    }

    @Override
    public Verdict first(long snapshotSequence, BookUpdate update) {
        return next(snapshotSequence, update);
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        if (Objects.requireNonNull(update.lastSequence()) <= bookSequence) {
            return Verdict.IGNORE;
        }
        return Objects.requireNonNull(update.firstSequence()) <= bookSequence + 1 ? Verdict.APPLY : Verdict.RESYNC;
    }
}
