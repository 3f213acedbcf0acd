package io.tapeline.collector.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Books that come by stream alone and whose changes have no numbers. */
class UnnumberedBookTest {
    private static final InstrumentId BTC = new InstrumentId("toy", Market.SPOT, "BTC-USD");

    private static final BookSequencer RULES = new BookSequencer() {
        @Override
        public SnapshotSource snapshotSource() {
            return SnapshotSource.STREAM;
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
    };

    private final List<Book> published = new ArrayList<>();
    private int resubscribed;
    private final BookKeeper keeper = new BookKeeper(
            BTC,
            RULES,
            new BookOutput() {
                @Override
                public void publish(Book book) {
                    published.add(book);
                }

                @Override
                public void snapshotWanted(InstrumentId instrument) {
                    throw new AssertionError("by stream alone");
                }

                @Override
                public void resubscribeWanted(InstrumentId instrument) {
                    resubscribed++;
                }

                @Override
                public void lost(Header lastGood, Header found, String reason) {
                    throw new AssertionError(reason);
                }

                @Override
                public void synced(Header header) {}
            },
            () -> null,
            instrument -> true);

    private void update(boolean snapshot, String price, String size) {
        keeper.onUpdate(new BookUpdate(
                Header.received(BTC, 1),
                snapshot,
                Levels.of(price, size),
                Levels.EMPTY,
                SizeUnit.BASE,
                null,
                null,
                null,
                null));
    }

    @Test
    void whatCameBeforeTheSnapshotIsOlderThanItAndDropped() {
        update(false, "10", "7");
        update(false, "9", "1");
        assertThat(resubscribed).as("asked for once").isEqualTo(1);
        update(true, "10", "5");
        update(false, "11", "2");
        assertThat(keeper.book().bids(9)).isEqualTo(Levels.of("11", "2", "10", "5"));
        assertThat(published).hasSize(2).allMatch(book -> book.sequence() == null && book.verified() == Verified.NONE);
    }
}
