package io.tapeline.collector.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A venue that shows a book as deep as its snapshot is. */
class BookDepthTest {
    private static final InstrumentId BTC = new InstrumentId("toy", Market.SPOT, "BTC/USD");
    private static final Instrument METADATA = new Instrument(
            BTC,
            "BTC",
            "USD",
            null,
            null,
            null,
            null,
            Decimals.parse("0.1"),
            null,
            null,
            null,
            null,
            Sector.MAJORS,
            null,
            null,
            null,
            null);

    private final List<Book> published = new ArrayList<>();
    private final List<Instrument> seen = new ArrayList<>();
    private final BookKeeper keeper = new BookKeeper(
            BTC,
            new BookSequencer() {
                @Override
                public SnapshotSource snapshotSource() {
                    return SnapshotSource.STREAM;
                }

                @Override
                public int levels(BookUpdate snapshot) {
                    return snapshot.bids().size();
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
                public boolean matches(BookView book, @Nullable Long checksum, @Nullable Instrument instrument) {
                    return seen.add(instrument);
                }
            },
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
                public void lost(Header lastGood, Header found, String reason) {}

                @Override
                public void synced(Header header) {}
            },
            () -> METADATA,
            instrument -> true);

    private void take(boolean snapshot, Levels bids, Levels asks) {
        keeper.onUpdate(
                new BookUpdate(Header.received(BTC, 1), snapshot, bids, asks, SizeUnit.BASE, null, null, null, null));
    }

    @Test
    void levelsThatArePushedOutAreTakenBackOnceTheWholeUpdateIsApplied() {
        take(true, Levels.of("9", "1", "8", "1"), Levels.of("10", "1", "11", "1"));
        take(false, Levels.of("9.5", "1", "9", "0"), Levels.of("9.9", "1"));
        assertThat(keeper.book().bids(9)).isEqualTo(Levels.of("9.5", "1", "8", "1"));
        assertThat(keeper.book().asks(9)).isEqualTo(Levels.of("9.9", "1", "10", "1"));
    }

    @Test
    void whoeverAppliesWhatIsPublishedHasTheSameBook() {
        take(true, Levels.of("9", "1", "8", "1"), Levels.of("10", "1", "11", "1"));
        take(false, Levels.of("9.5", "1"), Levels.of("12", "1"));
        assertThat(published.getLast().bids()).isEqualTo(Levels.of("9.5", "1", "8", "0"));
        assertThat(published.getLast().asks()).isEqualTo(Levels.of("12", "1", "12", "0"));
    }

    @Test
    void aLaterSnapshotMayBeDeeper() {
        take(true, Levels.of("9", "1"), Levels.of("10", "1"));
        take(true, Levels.of("9", "1", "8", "1"), Levels.of("10", "1", "11", "1"));
        take(false, Levels.of("7", "1", "8", "0"), Levels.EMPTY);
        assertThat(keeper.book().bids(9)).isEqualTo(Levels.of("9", "1", "7", "1"));
        assertThat(published).hasSize(3);
    }

    @Test
    void checksumsMayDependOnTheInstrument() {
        take(true, Levels.of("9", "1"), Levels.of("10", "1"));
        assertThat(seen).containsExactly(METADATA);
    }
}
