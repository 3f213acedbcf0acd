package io.tapeline.collector.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.BookSequencer.SnapshotSource;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookKeeperTest {
    private static final InstrumentId BTC = new InstrumentId("toy", Market.SPOT, "BTCUSDT");

    private SnapshotSource source = SnapshotSource.REST;

    /** Ids are consecutive; a snapshot is joined by the update that covers its id + 1. */
    private final BookSequencer consecutive = new BookSequencer() {
        @Override
        public SnapshotSource snapshotSource() {
            return source;
        }

        @Override
        public Verdict first(long snapshotSequence, BookUpdate update) {
            return next(snapshotSequence, update);
        }

        @Override
        public Verdict next(long bookSequence, BookUpdate update) {
            if (update.lastSequence() <= bookSequence) {
                return Verdict.IGNORE;
            }
            return update.firstSequence() <= bookSequence + 1 ? Verdict.APPLY : Verdict.RESYNC;
        }
    };

    private final List<String> said = new ArrayList<>();
    private final List<Book> published = new ArrayList<>();
    private boolean snapshotExpected = true;
    private final BookKeeper keeper = new BookKeeper(
            BTC,
            consecutive,
            new BookOutput() {
                @Override
                public void publish(Book book) {
                    published.add(book);
                    said.add((book.snapshot() ? "snapshot " : "delta ") + book.sequence() + " after "
                            + book.previousSequence() + " " + book.verified());
                }

                @Override
                public void snapshotWanted(InstrumentId instrument) {
                    said.add("wanted");
                }

                @Override
                public void resubscribeWanted(InstrumentId instrument) {
                    said.add("resubscribe");
                }

                @Override
                public void lost(Header lastGood, Header found, String reason) {
                    said.add("lost: " + reason);
                }

                @Override
                public void synced(Header header) {
                    said.add("synced");
                }
            },
            () -> null,
            instrument -> snapshotExpected);

    private static BookUpdate delta(long first, long last, Levels bids, Levels asks) {
        return new BookUpdate(Header.venue(BTC, last, last), false, bids, asks, SizeUnit.BASE, first, last, null, null);
    }

    private static BookUpdate delta(long first, long last) {
        return delta(first, last, Levels.of("9", "" + last), Levels.EMPTY);
    }

    private static BookUpdate snapshot(long id) {
        return new BookUpdate(
                Header.venue(BTC, id, id),
                true,
                Levels.of("9", "1", "8", "2"),
                Levels.of("10", "3"),
                SizeUnit.BASE,
                id,
                id,
                null,
                null);
    }

    @Test
    void updatesWaitForTheSnapshotAndJoinItExactly() {
        keeper.onUpdate(delta(1, 4));
        keeper.onUpdate(delta(5, 7));
        keeper.onUpdate(delta(8, 9));
        keeper.onUpdate(snapshot(5));
        keeper.onUpdate(delta(10, 10));
        assertThat(said)
                .containsExactly(
                        "wanted",
                        "synced",
                        "snapshot 5 after null SEQUENCE",
                        "delta 7 after 5 SEQUENCE",
                        "delta 9 after 7 SEQUENCE",
                        "delta 10 after 9 SEQUENCE");
        assertThat(keeper.book().bids(9)).isEqualTo(Levels.of("9", "10", "8", "2"));
    }

    @Test
    void aSnapshotOlderThanTheStreamIsFetchedAgainAndTheBufferKept() {
        keeper.onUpdate(delta(10, 11));
        keeper.onUpdate(snapshot(5));
        keeper.onUpdate(snapshot(10));
        assertThat(said)
                .containsExactly(
                        "wanted", "wanted", "synced", "snapshot 10 after null SEQUENCE", "delta 11 after 10 SEQUENCE");
    }

    @Test
    void aSnapshotThatIsRequestedOnTheStreamsConnectionIsJoinedLikeOneByRest() {
        source = SnapshotSource.REQUEST;
        keeper.onUpdate(delta(10, 11));
        keeper.onUpdate(snapshot(5));
        keeper.onUpdate(snapshot(10));
        assertThat(said)
                .containsExactly(
                        "wanted", "wanted", "synced", "snapshot 10 after null SEQUENCE", "delta 11 after 10 SEQUENCE");
    }

    @Test
    void aHoleIsToldBeforeAnythingElseAndNothingIsPublishedUntilTheBookIsWhole() {
        keeper.onUpdate(delta(1, 1));
        keeper.onUpdate(snapshot(1));
        keeper.onUpdate(delta(2, 2));
        said.clear();
        keeper.onUpdate(delta(4, 4));
        keeper.onUpdate(delta(5, 5));
        assertThat(keeper.inSync()).isFalse();
        keeper.onUpdate(snapshot(4));
        assertThat(said)
                .containsExactly(
                        "lost: a book update is missing",
                        "wanted",
                        "synced",
                        "snapshot 4 after null SEQUENCE",
                        "delta 5 after 4 SEQUENCE");
    }

    @Test
    void aNewSnapshotReplacesTheBookAndIsNotMergedIntoIt() {
        keeper.onUpdate(snapshot(1));
        keeper.onUpdate(delta(2, 2, Levels.of("7.5", "1"), Levels.EMPTY));
        keeper.onUpdate(snapshot(3));
        assertThat(keeper.book().bids(9)).isEqualTo(Levels.of("9", "1", "8", "2"));
    }

    @Test
    void aBookThatStaysCrossedIsLost() {
        keeper.onUpdate(snapshot(1));
        keeper.onUpdate(delta(2, 2, Levels.of("10.5", "1"), Levels.EMPTY));
        assertThat(keeper.inSync()).isTrue();
        keeper.onUpdate(delta(3, 3));
        assertThat(said).contains("lost: the book is crossed");
        assertThat(keeper.inSync()).isFalse();
    }

    @Test
    void repeatedUpdatesOfAnOverlappingConnectionChangeNothing() {
        keeper.onUpdate(snapshot(1));
        keeper.onUpdate(delta(2, 2));
        int before = published.size();
        keeper.onUpdate(delta(2, 2));
        keeper.onUpdate(delta(1, 1));
        assertThat(published).hasSize(before);
    }

    @Test
    void theWholeBookIsPublishedAgainOnlyWhileItIsInSync() {
        keeper.republish(99);
        assertThat(published).isEmpty();
        keeper.onUpdate(snapshot(1));
        keeper.onUpdate(delta(2, 2));
        keeper.republish(99);
        keeper.onUpdate(delta(3, 3));
        Book again = published.get(2);
        assertThat(again.snapshot()).isTrue();
        assertThat(again.sequence()).isEqualTo(2);
        assertThat(again.header().receivedAt()).isEqualTo(99);
        assertThat(published.get(3).previousSequence()).isEqualTo(2);
    }

    @Test
    void whereNoSnapshotWillComeUpdatesAreUnverified() {
        snapshotExpected = false;
        keeper.onUpdate(delta(5, 6));
        keeper.onUpdate(delta(9, 9));
        assertThat(said).containsExactly("delta 6 after null NONE", "delta 9 after 6 NONE");
    }

    @Test
    void theBufferIsBoundedAndASnapshotThatMissesItsHeadIsRefused() {
        for (long id = 1; id <= BookKeeper.MAX_WAITING + 10; id++) {
            keeper.onUpdate(delta(id, id));
        }
        said.clear();
        keeper.onUpdate(snapshot(5));
        assertThat(said).containsExactly("wanted");
    }

    @Test
    void afterADisconnectTheBookStartsAfresh() {
        keeper.onUpdate(snapshot(1));
        keeper.onDisconnect();
        said.clear();
        keeper.onUpdate(delta(2, 2));
        assertThat(said).containsExactly("wanted");
    }

    private static BookUpdate delta(long id, String bestBid) {
        return new BookUpdate(
                Header.venue(BTC, id, id),
                false,
                Levels.of("9.5", "" + id),
                Levels.EMPTY,
                SizeUnit.BASE,
                id,
                id,
                null,
                null,
                new Decoded.Top(new BigDecimal(bestBid), new BigDecimal("10.0")));
    }

    @Test
    void aBookWhoseBestPricesDifferTwiceRunningFromWhatTheVenueSaysIsLost() {
        keeper.onUpdate(snapshot(5));
        keeper.onUpdate(delta(6, "9.50"));
        keeper.onUpdate(delta(7, "9.7"));
        keeper.onUpdate(delta(8, "9.5"));
        keeper.onUpdate(delta(9, "9.7"));
        assertThat(keeper.inSync()).as("once is the venue's own haste").isTrue();
        keeper.onUpdate(delta(10, "9.7"));
        assertThat(keeper.inSync()).isFalse();
        assertThat(said)
                .contains("lost: the best prices are not those that the venue says")
                .endsWith("wanted");
    }

    @Test
    void anEmptySideIsABestPriceThatIsNone() {
        keeper.onUpdate(new BookUpdate(
                Header.venue(BTC, 5, 5), true, Levels.of("9", "1"), Levels.EMPTY, SizeUnit.BASE, 5L, 5L, null, null));
        for (long id = 6; id < 9; id++) {
            keeper.onUpdate(new BookUpdate(
                    Header.venue(BTC, id, id),
                    false,
                    Levels.of("8", "" + id),
                    Levels.EMPTY,
                    SizeUnit.BASE,
                    id,
                    id,
                    null,
                    null,
                    new Decoded.Top(new BigDecimal("9"), null)));
        }
        assertThat(keeper.inSync()).isTrue();
    }
}
