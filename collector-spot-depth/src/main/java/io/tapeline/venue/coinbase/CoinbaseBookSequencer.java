package io.tapeline.venue.coinbase;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import java.time.Duration;

/**
 * Rules of {@code level2} and {@code level2_batch}, https://docs.cdp.coinbase.com/exchange/websocket-feed/channels.
 *
 * <ol>
 *   <li>A subscription begins with the whole book; any later snapshot replaces it.
 *   <li>Every update applies as it comes; sizes are what a level has from now on. What comes before the snapshot is older
 *       than it and dropped; the core sees to that.
 *   <li>There are no numbers and no checksums: a book is as good as its connection. What cannot be read ends it, and so does
 *       staying crossed from one message to the next; within a message it may be, since bids are listed first.
 *   <li>Books are subscribed anew every few minutes, so that what was lost unseen does not stay.
 * </ol>
 *
 * @param renewal how often a book is subscribed anew
 */
record CoinbaseBookSequencer(Duration renewal) implements BookSequencer {
    /** The venue keeps every level; BTC-USD had 22 662 bids in September 2026. */
    private static final int LEVELS = 100_000;

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.STREAM;
    }

    @Override
    public int levels() {
        return LEVELS;
    }

    @Override
    public boolean numbered() {
        return false;
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
