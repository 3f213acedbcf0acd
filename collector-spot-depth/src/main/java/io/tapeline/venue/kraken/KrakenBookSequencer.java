package io.tapeline.venue.kraken;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * Rules of the channel {@code book}, https://docs.kraken.com/api/docs/guides/spot-ws-book-v2.
 *
 * <ol>
 *   <li>The stream begins with a snapshot as deep as it was subscribed; nothing is numbered.
 *   <li>All changes of a message are applied in their order, a size of 0 deletes; then each side is cut to the subscribed
 *       depth: levels that are pushed out are not deleted by messages, and are sent again when they return.
 *   <li>Then the checksum over the best ten levels, see {@link KrakenChecksum}, tells whether anything is missing.
 *   <li>On a mismatch the symbol is subscribed again.
 *   <li>The checksum alone decides: a book that agrees with it is right, crossed or not.
 *   <li>A recording does not say how deep it was subscribed: a snapshot both of whose sides are as long as one of the
 *       depths on offer is of that depth.
 * </ol>
 */
final class KrakenBookSequencer implements BookSequencer {
    private final int depth;

    /** @param depth levels a side that are subscribed */
    KrakenBookSequencer(int depth) {
        this.depth = depth;
    }

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.STREAM;
    }

    @Override
    public Crossing crossing() {
        return Crossing.TOLERATE;
    }

    @Override
    public int levels() {
        return depth;
    }

    @Override
    public int levels(BookUpdate snapshot) {
        int bids = snapshot.bids().size();
        return bids == snapshot.asks().size() && KrakenSettings.DEPTHS.contains(bids) ? bids : depth;
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

    @Override
    public boolean checksums() {
        return true;
    }

    @Override
    public boolean matches(BookView book, @Nullable Long checksum, @Nullable Instrument instrument) {
        return checksum == null
                || KrakenChecksum.of(book.bids(KrakenChecksum.LEVELS), book.asks(KrakenChecksum.LEVELS))
                        .is(checksum, instrument);
    }
}
