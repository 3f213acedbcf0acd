package io.tapeline.collector.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Books of a venue whose updates race: what crosses is resolved by the age of the levels. */
class CrossedBookTest {
    private static final InstrumentId BTC = new InstrumentId("toy", Market.PERPETUAL, "BTC-USD");

    private static final BookSequencer RACING = new BookSequencer() {
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
    };

    private final List<Book> published = new ArrayList<>();
    private final BookKeeper keeper = new BookKeeper(
            BTC,
            RACING,
            new BookOutput() {
                @Override
                public void publish(Book book) {
                    published.add(book);
                }

                @Override
                public void snapshotWanted(InstrumentId instrument) {}

                @Override
                public void resubscribeWanted(InstrumentId instrument) {}

                @Override
                public void lost(Header lastGood, Header found, String reason) {
                    throw new AssertionError(reason);
                }

                @Override
                public void synced(Header header) {}
            },
            () -> null,
            instrument -> true);

    private void update(boolean snapshot, long number, Levels bids, Levels asks) {
        keeper.onUpdate(new BookUpdate(
                Header.received(BTC, number), snapshot, bids, asks, SizeUnit.BASE, number, number, null, null));
    }

    private void begin() {
        update(true, 1, Levels.of("100", "1", "99", "2"), Levels.of("101", "3", "102", "4"));
    }

    @Test
    void theLevelThatTheOlderUpdateSetGoes() {
        begin();
        update(false, 2, Levels.of("101.5", "0.5"), Levels.EMPTY);
        assertThat(keeper.book().bids(9)).isEqualTo(Levels.of("101.5", "0.5", "100", "1", "99", "2"));
        assertThat(keeper.book().asks(9)).isEqualTo(Levels.of("102", "4"));
    }

    @Test
    void whoAppliesTheEventsHasTheSameBook() {
        begin();
        update(false, 2, Levels.of("101.5", "0.5"), Levels.EMPTY);
        assertThat(published.getLast().bids()).isEqualTo(Levels.of("101.5", "0.5"));
        assertThat(published.getLast().asks()).isEqualTo(Levels.of("101", "0"));
    }

    @Test
    void whatCrossesSeveralLevelsTakesThemAll() {
        begin();
        update(false, 2, Levels.EMPTY, Levels.of("98.5", "7"));
        assertThat(keeper.book().bids(9)).isEqualTo(Levels.EMPTY);
        assertThat(published.getLast().bids()).isEqualTo(Levels.of("100", "0", "99", "0"));
        assertThat(keeper.book().asks(1)).isEqualTo(Levels.of("98.5", "7"));
    }

    @Test
    void ofOneUpdateTheSmallerSizeIsTakenFromTheLarger() {
        begin();
        update(false, 2, Levels.of("100.6", "0.75"), Levels.of("100.5", "0.5"));
        assertThat(keeper.book().bids(1)).isEqualTo(Levels.of("100.6", "0.25"));
        assertThat(keeper.book().asks(1)).isEqualTo(Levels.of("101", "3"));
        assertThat(published.getLast().bids()).isEqualTo(Levels.of("100.6", "0.75", "100.6", "0.25"));
        assertThat(published.getLast().asks()).isEqualTo(Levels.of("100.5", "0.5", "100.5", "0"));
    }

    @Test
    void equalSizesOfOneUpdateBothGo() {
        begin();
        update(false, 2, Levels.of("100.5", "0.50"), Levels.of("100.5", "0.5"));
        assertThat(keeper.book().bids(1)).isEqualTo(Levels.of("100", "1"));
        assertThat(keeper.book().asks(1)).isEqualTo(Levels.of("101", "3"));
    }

    @Test
    void aLevelThatIsSetAgainIsAsYoungAsThat() {
        begin();
        update(false, 2, Levels.EMPTY, Levels.of("101", "5"));
        update(false, 3, Levels.of("100", "6"), Levels.EMPTY);
        update(false, 4, Levels.EMPTY, Levels.of("100", "1"));
        assertThat(keeper.book().bids(1)).isEqualTo(Levels.of("99", "2"));
        assertThat(keeper.book().asks(1)).isEqualTo(Levels.of("100", "1"));
    }

    @Test
    void numbersThatBeginAnewWithAConnectionAreNoOlderForIt() {
        begin();
        update(false, 500_000, Levels.of("100.5", "1"), Levels.EMPTY);
        update(false, 3, Levels.EMPTY, Levels.of("100.2", "1"));
        assertThat(keeper.book().bids(1)).isEqualTo(Levels.of("100", "1"));
        assertThat(keeper.book().asks(1)).isEqualTo(Levels.of("100.2", "1"));
    }

    @Test
    void aSnapshotThatCrossesIsUncrossed() {
        update(true, 1, Levels.of("102", "1", "100", "1"), Levels.of("101", "3"));
        assertThat(published.getLast().bids()).isEqualTo(Levels.of("100", "1"));
        assertThat(published.getLast().asks()).isEqualTo(Levels.of("101", "2"));
    }
}
