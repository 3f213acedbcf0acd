package io.tapeline.venue.binance;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import java.util.Objects;

/**
 * USD-M rules, https://developers.binance.com, "How to manage a local order book correctly". L is the
 * {@code lastUpdateId} of the snapshot; U and u are the first and last update of a message, pu the last of the message
 * before it, B the update the book is at. Update ids are those of the whole engine, so U never continues u.
 *
 * <ol>
 *   <li>Subscribe on {@code /public}, buffer.
 *   <li>Fetch the snapshot.
 *   <li>Drop what has {@code u < L}.
 *   <li>The first applied has {@code U <= L <= u}.
 *   <li>Every later one has {@code pu == B}, else start again; {@code u <= B} is the same message over again, as when
 *       connections overlap: drop it.
 *   <li>A message with {@code pu == L} continues the snapshot too. Both cases together: the first applied has
 *       {@code pu <= L <= u}. On a quiet symbol it may come seconds later.
 * </ol>
 */
final class BinanceFuturesBookSequencer implements BookSequencer {

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.REST;
    }

    @Override
    public Verdict first(long snapshotSequence, BookUpdate update) {
        if (Objects.requireNonNull(update.lastSequence()) < snapshotSequence) {
            return Verdict.IGNORE;
        }
        Long previous = update.previousSequence();
        long from = previous != null ? previous : Objects.requireNonNull(update.firstSequence());
        return from <= snapshotSequence ? Verdict.APPLY : Verdict.RESYNC;
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        if (Objects.requireNonNull(update.lastSequence()) <= bookSequence) {
            return Verdict.IGNORE;
        }
        Long previous = update.previousSequence();
        return previous != null && previous == bookSequence ? Verdict.APPLY : Verdict.RESYNC;
    }
}
