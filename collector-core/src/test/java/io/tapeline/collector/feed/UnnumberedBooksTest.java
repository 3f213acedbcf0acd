package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.gap.IdHole;
import io.tapeline.collector.gap.OpenGap;
import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Books without numbers, whose checksum is the number of their bids. */
class UnnumberedBooksTest implements PipelineHost {
    private static final BookSequencer COUNTED = new BookSequencer() {
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

        @Override
        public boolean checksums() {
            return true;
        }

        @Override
        public boolean matches(BookView book, @Nullable Long checksum) {
            return checksum == null || checksum == book.bids(100).size();
        }
    };

    private final List<MarketEvent> events = new ArrayList<>();
    private final List<Duration> asked = new ArrayList<>();
    private long now = 1_763_114_400_000_000L;
    private final FeedPipeline pipeline = new FeedPipeline(
            new ToyVenue(COUNTED), new FeedInstruments(), this, () -> now, Map.of("BTC", BigDecimal.ONE), id -> true);

    @Override
    public boolean offer(MarketEvent event) {
        return events.add(event);
    }

    @Override
    public void overflowed(MarketEvent event) {}

    @Override
    public void snapshotWanted(InstrumentId instrument, Duration pause) {
        throw new AssertionError("the stream brings snapshots");
    }

    @Override
    public void resubscribeWanted(InstrumentId instrument, Duration pause) {
        asked.add(pause);
    }

    @Override
    public void gapOpened(OpenGap gap) {}

    @Override
    public void holeFilled(IdHole hole) {}

    private void book(String connection, boolean snapshot, long checksum, String... bids) {
        pipeline.onFrame(
                new RawFrame("toy-futures", RawFrame.Transport.WS, connection, null, now, new byte[0]),
                List.of(new Decoded.BookUpdate(
                        Header.venue(ToyVenue.BTC, now, now),
                        snapshot,
                        Levels.of(bids),
                        Levels.EMPTY,
                        SizeUnit.BASE,
                        null,
                        null,
                        null,
                        checksum)));
    }

    private List<Levels> published() {
        return events.stream()
                .filter(Book.class::isInstance)
                .map(event -> ((Book) event).bids())
                .toList();
    }

    private List<FeedState> states() {
        return events.stream()
                .filter(event -> event instanceof FeedStatus status && status.stream() == Kind.BOOK)
                .map(event -> ((FeedStatus) event).state())
                .toList();
    }

    @Test
    void aBookFollowsTheConnectionThatBroughtItsNewestSnapshot() {
        book("c1", true, 1, "9", "1");
        book("c1", false, 2, "8", "1");
        book("c2", false, 3, "7", "1");
        book("c2", true, 2, "9", "5", "8", "1");
        book("c1", false, 3, "7", "1");
        book("c2", false, 2, "9", "6");
        assertThat(published())
                .containsExactly(
                        Levels.of("9", "1"), Levels.of("8", "1"), Levels.of("9", "5", "8", "1"), Levels.of("9", "6"));
        assertThat(events.stream().filter(Book.class::isInstance))
                .allMatch(event -> ((Book) event).verified() == Verified.CHECKSUM);
        pipeline.forgetConnection("c1");
        assertThat(asked).isEmpty();
    }

    @Test
    void aBookEndsWithTheConnectionItFollows() {
        book("c1", true, 1, "9", "1");
        book("c2", true, 1, "9", "1");
        pipeline.forgetConnection("c2");
        assertThat(states()).containsExactly(FeedState.LIVE, FeedState.RESYNCING);
        assertThat(asked).containsExactly(Duration.ZERO);
        book("c1", true, 1, "9", "2");
        assertThat(states()).last().isEqualTo(FeedState.LIVE);
    }

    @Test
    void whatCameBeforeASnapshotIsNotAppliedToIt() {
        book("c1", false, 1, "7", "1");
        book("c1", true, 1, "9", "1");
        book("c1", false, 2, "8", "1");
        assertThat(published()).containsExactly(Levels.of("9", "1"), Levels.of("8", "1"));
    }

    @Test
    void theBestLevelsOfACheckedBookAreChecked() {
        book("c1", true, 1, "9", "1");
        pipeline.books().orElseThrow().publishTops(5, now);
        assertThat(events)
                .last()
                .matches(event ->
                        event instanceof io.tapeline.model.event.Orderbook top && top.verified() == Verified.CHECKSUM);
    }

    @Test
    void aBookThatNeverAgreesWithItsChecksumIsAskedForLessAndLess() {
        for (int i = 0; i < 10; i++) {
            book("c1", true, 5, "9", "1");
            now += asked.getLast().toNanos() / 1_000 + 100_000;
        }
        assertThat(asked).extracting(Duration::toSeconds).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(published()).isEmpty();
    }

    @Test
    void aBookThatStayedInSyncForAMinuteIsAskedForAtOnce() {
        book("c1", true, 5, "9", "1");
        book("c1", true, 5, "9", "1");
        book("c1", true, 1, "9", "1");
        now += Duration.ofSeconds(90).toNanos() / 1_000;
        book("c1", false, 5, "8", "1");
        assertThat(asked).extracting(Duration::toSeconds).containsExactly(0L, 1L, 0L);
    }
}
