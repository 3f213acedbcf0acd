package io.tapeline.venue.okx;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Rules of the incremental books, https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel. S
 * is {@code seqId} and P {@code prevSeqId} of a message, B the {@code seqId} the book is at.
 *
 * <ol>
 *   <li>The stream begins with a snapshot, whose P is -1; a later snapshot replaces the book.
 *   <li>A message with P = B continues the book. S = P is a sign of life without changes; S &lt; P is a reset of the
 *       numbers in a maintenance: the book goes on from the smaller one.
 *   <li>Otherwise one with S &lt;= B was applied already, as when connections overlap: drop it.
 *   <li>Anything else is a hole: subscribe again.
 *   <li>Archives before 2022-05 number nothing; there the checksum alone tells. It is a signed CRC-32 over the best 25
 *       levels, {@code bid:size:ask:size} from the best outward with the venue's digits, a side that has run out left out.
 *       Since 2026-06-23 it is 0 and says nothing.
 *   <li>In call auctions and before quoting bids may be above asks: that is a state of the market.
 * </ol>
 */
final class OkxBookSequencer implements BookSequencer {
    private static final int CHECKED_LEVELS = 25;

    @Override
    public SnapshotSource snapshotSource() {
        return SnapshotSource.STREAM;
    }

    @Override
    public Crossing crossing() {
        return Crossing.TOLERATE;
    }

    @Override
    public Verdict next(long bookSequence, BookUpdate update) {
        Long sequence = update.lastSequence();
        Long previous = update.previousSequence();
        if (sequence == null || (previous != null && previous == bookSequence)) {
            return Verdict.APPLY;
        }
        return sequence <= bookSequence ? Verdict.IGNORE : Verdict.RESYNC;
    }

    @Override
    public boolean checksums() {
        return true;
    }

    @Override
    public boolean matches(BookView book, @Nullable Long checksum) {
        return checksum == null || checksum == checksum(book.bids(CHECKED_LEVELS), book.asks(CHECKED_LEVELS));
    }

    private static int checksum(Levels bids, Levels asks) {
        StringJoiner text = new StringJoiner(":");
        for (int level = 0; level < Math.max(bids.size(), asks.size()); level++) {
            add(bids, level, text);
            add(asks, level, text);
        }
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }

    private static void add(Levels side, int level, StringJoiner text) {
        if (level < side.size()) {
            text.add(side.price(level).toPlainString()).add(side.size(level).toPlainString());
        }
    }
}
