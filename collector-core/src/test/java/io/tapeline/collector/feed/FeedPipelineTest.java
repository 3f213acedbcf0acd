package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.gap.IdHole;
import io.tapeline.collector.gap.OpenGap;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.*;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedPipelineTest implements PipelineHost {
    private static final long NOW = 1_763_114_400_000_000L;

    private final List<MarketEvent> events = new ArrayList<>();
    private final List<OpenGap> gaps = new ArrayList<>();
    private final List<IdHole> filled = new ArrayList<>();
    private final List<MarketEvent> overflowed = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();
    private boolean room = true;
    private final FeedPipeline pipeline = new FeedPipeline(
            new ToyVenue(),
            new FeedInstruments(),
            this,
            () -> NOW,
            Map.of("BTC", BigDecimal.valueOf(100_000)),
            instrument -> true);

    @BeforeEach
    void listInstrument() {
        feed("rest", new Decoded.Listed(ToyVenue.BTC_PERPETUAL));
        events.clear();
    }

    @Override
    public boolean offer(MarketEvent event) {
        if (room) {
            events.add(event);
        }
        return room;
    }

    @Override
    public void overflowed(MarketEvent event) {
        overflowed.add(event);
    }

    @Override
    public void snapshotWanted(InstrumentId instrument, Duration pause) {}

    @Override
    public void resubscribeWanted(InstrumentId instrument, Duration pause) {}

    @Override
    public void gapOpened(OpenGap gap) {
        gaps.add(gap);
    }

    @Override
    public void holeFilled(IdHole hole) {
        filled.add(hole);
    }

    @Override
    public void counted(Count count, String detail) {
        counts.add(count);
    }

    private void feed(String connection, Decoded... decoded) {
        pipeline.onFrame(
                new RawFrame("toy-futures", RawFrame.Transport.WS, connection, null, NOW, new byte[0]),
                Arrays.asList(decoded));
    }

    private static Header header(long time) {
        return Header.venue(ToyVenue.BTC, time, NOW);
    }

    private static Decoded trade(long id, String price, String size) {
        return new Decoded.Event(new Trade(
                header(NOW),
                Long.toString(id),
                Side.BUY,
                Decimals.parse(price),
                Decimals.parse(size),
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of()));
    }

    private static Decoded quote(long sequence) {
        return new Decoded.Event(new Quote(
                Header.received(ToyVenue.BTC, NOW + sequence),
                Decimals.parse("9"),
                Decimals.parse("" + sequence),
                Decimals.parse("10"),
                BigDecimal.ONE,
                SizeUnit.BASE,
                sequence));
    }

    private static Decoded liquidation() {
        return new Decoded.Event(new Liquidation(
                header(NOW), Side.SELL, Decimals.parse("50000"), Decimals.parse("3"), SizeUnit.BASE, null, null, null));
    }

    private static Decoded funding(String rate, long time) {
        return new Decoded.Event(new FundingRate(
                header(time),
                Decimals.parse(rate),
                FundingStatus.ESTIMATED,
                null,
                null,
                null,
                NOW + 1_000_000,
                Map.of()));
    }

    private <T extends MarketEvent> List<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void aTradeGetsItsBaseSizeAndItsValueRoundedHalfUpToCents() {
        feed("c1", trade(1, "50123.45", "2.5"));
        Trade trade = of(Trade.class).getFirst();
        assertThat(trade.baseSize()).isEqualTo("2.5");
        assertThat(trade.valueUsd()).isEqualTo("125308.63");
    }

    @Test
    void aLiveTradeOverTheThresholdIsLargeAndARepairedOneIsNot() {
        feed("c1", trade(1, "50000", "2.0"), trade(2, "50000", "2.1"));
        assertThat(of(LargeTrade.class)).extracting(LargeTrade::tradeId).containsExactly("2");
        Trade live = (Trade) ((Decoded.Event) trade(3, "50000", "9")).event();
        feed(
                "rest",
                new Decoded.Event(new Trade(
                        live.header().withOrigin(Origin.REPAIR),
                        live.tradeId(),
                        live.side(),
                        live.price(),
                        live.size(),
                        live.sizeUnit(),
                        null,
                        null,
                        null,
                        false,
                        Map.of())));
        assertThat(of(LargeTrade.class)).hasSize(1);
    }

    @Test
    void aJumpOfIdsIsAGapThatIsWrittenDownBeforeTheTradeAndFilledByWhateverBringsTheIds() {
        feed("c1", trade(1, "5", "1"), trade(4, "5", "1"));
        assertThat(events).extracting(MarketEvent::kind).containsExactly(Kind.TRADE, Kind.GAP, Kind.TRADE);
        Gap gap = of(Gap.class).getFirst();
        assertThat(List.of(gap.firstId(), gap.lastId(), gap.missing(), gap.cause(), gap.state()))
                .isEqualTo(List.of("2", "3", 2L, "sequence", GapState.OPEN));
        feed("c1", trade(3, "5", "1"), trade(3, "5", "1"));
        feed("rest", trade(2, "5", "1"));
        assertThat(of(Trade.class)).extracting(Trade::tradeId).containsExactly("1", "4", "3", "2");
        assertThat(filled).containsExactly(gaps.getFirst().hole());
    }

    @Test
    void twoEqualFillsInOneMillisecondAreTwoAndTheSameTwoOnAnotherConnectionAreNone() {
        feed("c1", liquidation(), liquidation());
        feed("c2", liquidation(), liquidation());
        assertThat(of(Liquidation.class)).extracting(l -> l.header().n()).containsExactly(0, 1);
    }

    @Test
    void overlappingConnectionsGiveEachQuoteOnce() {
        feed("c1", quote(1), quote(2));
        feed("c2", quote(1), quote(2), quote(3));
        feed("c1", quote(3), quote(4));
        assertThat(of(Quote.class)).extracting(Quote::sequence).containsExactly(1L, 2L, 3L, 4L);
    }

    private static Decoded openInterest(Origin origin) {
        return new Decoded.Event(new OpenInterest(
                header(NOW - 1_000_000L * origin.ordinal()).withOrigin(origin),
                Decimals.parse("7.5"),
                null,
                null,
                Map.of()));
    }

    @Test
    void openInterestOfThePastIsNotValuedAtThePresentPrice() {
        feed("c1", trade(1, "50000", "1"), openInterest(Origin.LIVE), openInterest(Origin.BACKFILL));
        assertThat(of(OpenInterest.class).getFirst().openInterestUsd()).isEqualTo("375000.00");
        assertThat(of(OpenInterest.class).getLast().openInterestBase()).isEqualTo("7.5");
        assertThat(of(OpenInterest.class).getLast().openInterestUsd()).isNull();
    }

    private static Decoded quoteChange(boolean snapshot, Levels bids, Levels asks, long sequence) {
        return new Decoded.QuoteChange(header(NOW + sequence), snapshot, bids, asks, SizeUnit.BASE, sequence);
    }

    private List<String> quoted() {
        return of(Quote.class).stream()
                .map(quote ->
                        quote.bidPrice() + " x " + quote.bidSize() + ", " + quote.askPrice() + " x " + quote.askSize())
                .toList();
    }

    @Test
    void bestPricesThatComeSideBySideAreMerged() {
        feed("c1", quoteChange(false, Levels.of("9", "1"), Levels.EMPTY, 1));
        feed("c1", quoteChange(true, Levels.of("9", "1"), Levels.of("10", "2"), 2));
        feed("c1", quoteChange(false, Levels.of("9", "0", "8", "3"), Levels.EMPTY, 3));
        feed("c1", quoteChange(false, Levels.EMPTY, Levels.of("11", "4", "10", "0"), 4));
        feed("c1", quoteChange(false, Levels.of("8.0", "0"), Levels.EMPTY, 5));
        feed("c1", quoteChange(true, Levels.EMPTY, Levels.EMPTY, 6));
        assertThat(quoted())
                .containsExactly(
                        "9 x 1, 10 x 2",
                        "8 x 3, 10 x 2",
                        "8 x 3, 11 x 4",
                        "null x null, 11 x 4",
                        "null x null, null x null");
    }

    @Test
    void quotesThatAreNumberedAnewAreNews() {
        feed("c1", quote(5_000));
        feed("c2", quote(4_999), quote(1), quote(1), quote(2));
        assertThat(of(Quote.class)).extracting(Quote::sequence).containsExactly(5_000L, 1L, 2L);
    }

    @Test
    void fundingEstimatesArePublishedOnChangeProratedToEightHours() {
        feed("c1", new Decoded.FundingTerms(ToyVenue.BTC, BigDecimal.valueOf(4)));
        feed("c1", funding("0.0001", NOW), funding("0.00010", NOW + 1), funding("0.0002", NOW + 2));
        assertThat(of(FundingRate.class))
                .extracting(FundingRate::rate)
                .containsExactly(Decimals.parse("0.0001"), Decimals.parse("0.0002"));
        assertThat(of(FundingRate.class).getFirst().rate8h()).isEqualByComparingTo("0.0002");
        assertThat(of(FundingRate.class).getFirst().intervalHours()).isEqualTo("4");
    }

    @Test
    void aLostBookSaysSoBeforeAnythingElseAndLeavesAGap() {
        feed("c1", book(true, 1, 1), book(false, 2, 2), book(false, 5, 5));
        assertThat(events.subList(events.size() - 2, events.size()))
                .extracting(MarketEvent::kind)
                .containsExactly(Kind.FEED_STATUS, Kind.GAP);
        assertThat(of(FeedStatus.class).getLast().state()).isEqualTo(FeedState.RESYNCING);
        feed("rest", book(true, 5, 5));
        assertThat(of(Gap.class)).extracting(Gap::state).containsExactly(GapState.OPEN, GapState.UNRECOVERABLE);
        assertThat(of(FeedStatus.class).getLast().state()).isEqualTo(FeedState.LIVE);
    }

    private static Decoded book(boolean snapshot, long first, long last) {
        return new Decoded.BookUpdate(
                header(NOW + last),
                snapshot,
                Levels.of("9", "1"),
                Levels.of("10", "1"),
                SizeUnit.BASE,
                first,
                last,
                null,
                null);
    }

    @Test
    void theBestLevelsArePublishedWhenTheBookChanged() {
        feed("c1", book(true, 1, 1));
        pipeline.books().orElseThrow().publishTops(50, NOW);
        pipeline.books().orElseThrow().publishTops(50, NOW + 1);
        feed("c1", book(false, 2, 2));
        pipeline.books().orElseThrow().publishTops(50, NOW + 2);
        assertThat(of(Orderbook.class)).extracting(Orderbook::sequence).containsExactly(1L, 2L);
    }

    @Test
    void whatFindsNoRoomIsAGapAndWhatTapelineSaysOfItWaitsForRoom() {
        feed("c1", trade(1, "5", "1"));
        room = false;
        feed("c1", trade(2, "5", "1"));
        assertThat(overflowed).hasSize(1);
        assertThat(gaps.getFirst().cause()).isEqualTo("backpressure");
        room = true;
        pipeline.outlet().release();
        assertThat(of(Gap.class)).extracting(Gap::firstId).containsExactly("2");
        feed("rest", trade(2, "5", "1"));
        assertThat(of(Trade.class)).extracting(Trade::tradeId).containsExactly("1", "2");
        assertThat(filled).hasSize(1);
    }

    @Test
    void anOddTimeIsCountedAndStoredAsItIs() {
        Trade t = (Trade) ((Decoded.Event) trade(1, "5", "1")).event();
        Trade odd = new Trade(
                header(NOW + 400_000_000L),
                "1",
                t.side(),
                t.price(),
                t.size(),
                t.sizeUnit(),
                null,
                null,
                null,
                false,
                Map.of());
        feed("c1", new Decoded.Event(odd));
        assertThat(of(Trade.class)).hasSize(1);
        assertThat(counts).contains(Count.ODD_TIME);
    }

    @Test
    void watermarksTellQuietFromDead() {
        feed("c1", trade(1, "5", "1"), trade(2, "5", "1"));
        pipeline.streams().watermarks(NOW + 60_000_000, pipeline.outlet()::publish);
        pipeline.streams().watermarks(NOW + 120_000_000, pipeline.outlet()::publish);
        assertThat(of(Watermark.class))
                .extracting(w -> w.firstId() + ".." + w.lastId() + " " + w.count() + " " + w.assurance())
                .containsExactly("1..2 2 VERIFIED", "null..null 0 VERIFIED");
        events.clear();
        feed("c1", trade(9, "5", "1"));
        pipeline.streams().watermarks(NOW + 180_000_000, pipeline.outlet()::publish);
        assertThat(of(Watermark.class))
                .as("nothing is complete while ids are missing")
                .isEmpty();
    }

    @Test
    void malformedAndUnknownMessagesAreCountedAndTheRestGoesOn() {
        feed("c1", new Decoded.Malformed("p: expected a number"), new Decoded.Unknown("e: 'new'"), trade(1, "5", "1"));
        assertThat(counts).contains(Count.MALFORMED, Count.UNKNOWN);
        assertThat(of(Trade.class)).hasSize(1);
    }

    private void feedAt(long received, Decoded... decoded) {
        pipeline.onFrame(
                new RawFrame("toy-futures", RawFrame.Transport.WS, "c1", null, received, new byte[0]),
                Arrays.asList(decoded));
    }

    private static Decoded ticker(boolean snapshot, Ticker values) {
        return new Decoded.TickerChange(header(NOW), snapshot, values);
    }

    @Test
    void whatATickerTellsPieceByPieceIsMerged() {
        Ticker whole = Ticker.prices(Decimals.parse("100.0"), Decimals.parse("99.90"), null)
                .withFunding(Decimals.parse("0.0001"), Decimals.parse("8"), NOW + 5)
                .withOpenInterest(Decimals.parse("7.50"), null, null);
        feed("c1", ticker(true, whole));
        feed("c1", ticker(false, Ticker.prices(null, Decimals.parse("99.80"), null)));

        assertThat(events)
                .extracting(MarketEvent::kind)
                .containsExactly(Kind.MARK_PRICE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST, Kind.MARK_PRICE);
        MarkPrice merged = (MarkPrice) events.getLast();
        assertThat(merged.markPrice()).isEqualTo(Decimals.parse("100.0"));
        assertThat(merged.indexPrice()).isEqualTo(Decimals.parse("99.80"));
    }

    @Test
    void aWholeTickerReplacesWhatWasKnown() {
        feed("c1", ticker(true, Ticker.prices(Decimals.parse("100"), Decimals.parse("99"), null)));
        feed("c1", ticker(true, Ticker.prices(Decimals.parse("101"), null, null)));

        assertThat(((MarkPrice) events.getLast()).indexPrice()).isNull();
    }

    @Test
    void aFrameThatStaysAwayIsAGapOfEverythingThatCameOnItsConnection() {
        feedAt(NOW, new Decoded.FrameNumber(1), liquidation());
        feedAt(NOW + 1_000, new Decoded.FrameNumber(3), liquidation());
        assertThat(gaps).as("it may only be late").isEmpty();
        feedAt(NOW + 2_000, new Decoded.FrameNumber(2));
        feedAt(NOW + 10_000_000, new Decoded.FrameNumber(4));
        assertThat(gaps).isEmpty();

        feedAt(NOW + 10_001_000, new Decoded.FrameNumber(6));
        feedAt(NOW + 14_000_000, new Decoded.FrameNumber(7));
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.stream()).isEqualTo(Kind.LIQUIDATION);
            assertThat(gap.cause()).isEqualTo("sequence");
        });
    }

    @Test
    void framesThatCannotBeReadAreAGapOfWhatHasNoNumbersToShowIt() {
        feedAt(NOW, liquidation(), trade(1, "50000", "1"));
        feedAt(NOW + 1_000, new Decoded.Malformed("frame: not JSON"));
        feedAt(NOW + 2_000, new Decoded.Malformed("frame: not JSON"));
        feedAt(NOW + 3_000_000, trade(2, "50000", "1"));

        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.stream()).isEqualTo(Kind.LIQUIDATION);
            assertThat(gap.cause()).isEqualTo("malformed");
            assertThat(gap.from()).isEqualTo(NOW);
            assertThat(gap.to()).isEqualTo(NOW + 3_000_000);
        });
    }
}
