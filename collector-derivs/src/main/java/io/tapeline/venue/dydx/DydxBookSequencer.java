package io.tapeline.venue.dydx;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import java.time.Duration;

/**
 * Books of the Indexer:
 *
 * <ol>
 *   <li>The answer to a subscription is the whole book, at most 100 levels a side.
 *   <li>Every later frame applies as it comes. Nothing numbers the changes of a book: {@code message_id} counts the
 *       frames of the connection, all channels together. A number that stays away is a lost frame, after which every book
 *       of the connection is subscribed anew; the core sees to that.
 *   <li>The snapshot is about a second older than the changes that follow it, so that a level removed meanwhile stays.
 *       Books are therefore subscribed anew every few minutes.
 *   <li>Changes are ordered by order, not by price, and books cross. While they do, of the best bid and ask the one set by
 *       the older frame goes; both of one frame: the smaller size is taken from the larger.
 * </ol>
 *
 * @param renewal how often a book is subscribed anew
 */
record DydxBookSequencer(Duration renewal) implements BookSequencer {

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.STREAM;
    }

    @Override
    public Crossing crossing() {
        return Crossing.RESOLVE;
    }

    @Override
    public Verdict first(long snapshotSequence, BookUpdate update) {
        return Verdict.APPLY;
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        return Verdict.APPLY;
    }
}
