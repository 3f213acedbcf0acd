package io.tapeline.venue.drift;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;

/**
 * Books of the venue:
 *
 * <ol>
 *   <li>Every message is the whole book; there are no changes and no checksums, and nothing to resync.
 *   <li>{@code slot}, the chain's own count, orders them: a message with a smaller one is dropped, of two of one slot the
 *       later counts.
 *   <li>A publisher that takes over may be some slots behind and catches up. One that is further behind than that counts
 *       anew.
 *   <li>Sides may cross while the pool's quotes and resting orders race: that is no fault.
 * </ol>
 */
final class DriftBookSequencer implements BookSequencer {
    /** At 400 ms a slot, some ten seconds. */
    private static final long CAUGHT_UP = 25;

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
        Long slot = snapshot.lastSequence();
        return slot == null || slot >= bookSequence || slot < bookSequence - CAUGHT_UP;
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        return supersedes(bookSequence, update) ? Verdict.APPLY : Verdict.IGNORE;
    }
}
