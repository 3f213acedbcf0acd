package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.gap.IdHole;
import io.tapeline.collector.gap.OpenGap;
import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapter;
import io.tapeline.collector.venue.VenueName;
import io.tapeline.collector.venue.VenueParts;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Assurance;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Watermark;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Losses that nothing that comes later on the same stream would show. */
class UnseenLossesTest implements PipelineHost {
    private static final long NOW = 1_763_114_400_000_000L;
    private static final long SECOND = 1_000_000;
    private static final InstrumentId ETH =
            ToyVenue.instrument("ETHUSDT", "ETH", "USDT").id();

    private static final BookSequencer UNNUMBERED = new BookSequencer() {
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

    private static final Venue TOY = new ToyVenue();
    private static final Venue VENUE =
            new VenueAdapter(
                    new VenueName(TOY.feed(), TOY.exchange(), TOY.primaryMarket()),
                    new VenueParts(
                            TOY.limits(), TOY.subscriptions(), TOY.decoder(), Optional.of(UNNUMBERED), TOY.rest())) {
                @Override
                public Set<Kind> kinds() {
                    return TOY.kinds();
                }

                @Override
                public Continuity continuity(Kind kind) {
                    return TOY.continuity(kind);
                }
            };

    private final List<MarketEvent> events = new ArrayList<>();
    private final List<OpenGap> gaps = new ArrayList<>();
    private final List<InstrumentId> asked = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final FeedPipeline pipeline =
            new FeedPipeline(VENUE, new FeedInstruments(), this, () -> NOW, Map.of(), instrument -> true);

    @Override
    public boolean offer(MarketEvent event) {
        return events.add(event);
    }

    @Override
    public void overflowed(MarketEvent event) {}

    @Override
    public void snapshotWanted(InstrumentId instrument, Duration pause) {}

    @Override
    public void resubscribeWanted(InstrumentId instrument, Duration pause) {
        asked.add(instrument);
        pauses.add(pause);
    }

    @Override
    public void gapOpened(OpenGap gap) {
        gaps.add(gap);
    }

    @Override
    public void holeFilled(IdHole hole) {}

    private void feedAt(long second, Decoded... decoded) {
        pipeline.onFrame(
                new RawFrame("toy-futures", RawFrame.Transport.WS, "c1", null, NOW + second * SECOND, new byte[0]),
                Arrays.asList(decoded));
    }

    private static Decoded trade(long id) {
        return new Decoded.Event(new Trade(
                Header.venue(ToyVenue.BTC, NOW, NOW),
                Long.toString(id),
                Side.BUY,
                BigDecimal.TEN,
                BigDecimal.ONE,
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of()));
    }

    private static Decoded newest(long id) {
        return new Decoded.NewestTrade(ToyVenue.BTC, id);
    }

    private static Decoded book(InstrumentId instrument, long price) {
        Levels level = Levels.of(Long.toString(price), "1");
        return new Decoded.BookUpdate(
                Header.venue(instrument, NOW, NOW + price),
                true,
                level,
                Levels.EMPTY,
                SizeUnit.BASE,
                null,
                null,
                null,
                null);
    }

    private List<FeedState> statesOf(InstrumentId book) {
        return events.stream()
                .filter(event -> event instanceof FeedStatus status
                        && status.stream() == Kind.BOOK
                        && status.instrumentId().equals(book))
                .map(event -> ((FeedStatus) event).state())
                .toList();
    }

    @Test
    void aTradeThatTheVenueHasAndNeverSentIsAGapThoughNoOtherFollows() {
        feedAt(0, trade(5));
        feedAt(1, newest(7));
        feedAt(11, newest(7));
        assertThat(gaps).as("it may be on its way").isEmpty();
        feedAt(12, newest(7));
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.stream()).isEqualTo(Kind.TRADE);
            assertThat(gap.hole().first()).isEqualTo(6);
            assertThat(gap.hole().last()).isEqualTo(7);
        });
        feedAt(13, trade(7), trade(6), trade(8));
        assertThat(gaps).as("what was late fills it").hasSize(1);
        assertThat(gaps.getFirst().hole().missing()).isZero();
    }

    @Test
    void aTradeThatIsOnlyLateIsNoGap() {
        feedAt(0, trade(5));
        feedAt(1, newest(6));
        feedAt(2, trade(6), newest(6));
        feedAt(30, newest(7));
        feedAt(31, trade(7), newest(8));
        feedAt(32, trade(8));
        feedAt(60, newest(8));
        assertThat(gaps).isEmpty();
    }

    @Test
    void whereNoTradeCameYetNothingIsMissing() {
        feedAt(0, newest(7));
        feedAt(20, newest(7));
        feedAt(21, trade(7));
        assertThat(gaps).isEmpty();
    }

    @Test
    void aBookWhoseChangeCannotBeReadIsBuiltAnewAndNoOther() {
        feedAt(0, book(ToyVenue.BTC, 10), book(ETH, 20));
        feedAt(1, new Decoded.BookLost(ToyVenue.BTC, "size: '0.-1' is no number"));
        assertThat(asked).containsExactly(ToyVenue.BTC);
        assertThat(statesOf(ToyVenue.BTC)).containsExactly(FeedState.LIVE, FeedState.RESYNCING);
        assertThat(statesOf(ETH)).containsExactly(FeedState.LIVE);
        feedAt(2, book(ToyVenue.BTC, 12));
        assertThat(statesOf(ToyVenue.BTC)).endsWith(FeedState.LIVE);
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.stream()).isEqualTo(Kind.BOOK);
            assertThat(gap.cause()).isEqualTo("malformed");
        });
    }

    @Test
    void aFrameThatCannotBeReadCostsEveryBookOfItsConnectionThatWouldNotShowIt() {
        feedAt(0, book(ToyVenue.BTC, 10), book(ETH, 20));
        feedAt(1, new Decoded.Malformed("frame: not JSON"));
        assertThat(asked).containsExactlyInAnyOrder(ToyVenue.BTC, ETH);
    }

    @Test
    void aBookThatCanNeverBeReadIsAskedForLessAndLess() {
        feedAt(0, book(ToyVenue.BTC, 10));
        for (int second = 1; second <= 5; second++) {
            feedAt(second, new Decoded.BookLost(ToyVenue.BTC, "size: '0.-1' is no number"));
        }
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(0L, 1L, 2L, 4L, 8L);
    }

    @Test
    void booksThatNothingProvesAreNotCalledVerified() {
        feedAt(0, book(ToyVenue.BTC, 10));
        List<MarketEvent> marks = new ArrayList<>();
        pipeline.streams().watermarks(NOW + SECOND, marks::add);
        assertThat(marks)
                .filteredOn(mark -> ((Watermark) mark).stream() == Kind.BOOK)
                .singleElement()
                .satisfies(mark -> assertThat(((Watermark) mark).assurance()).isEqualTo(Assurance.OBSERVED));
    }
}
