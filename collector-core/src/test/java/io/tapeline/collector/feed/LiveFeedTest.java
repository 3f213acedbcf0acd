package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RecordingSettings;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.rest.RestSettings;
import io.tapeline.collector.session.SessionChange;
import io.tapeline.collector.session.SessionSettings;
import io.tapeline.collector.state.StateDirectory;
import io.tapeline.collector.venue.BookSequencer.SnapshotSource;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.*;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.scheduler.VirtualTimeScheduler;

class LiveFeedTest {
    private static final long START = 1_763_114_400_000_000L;

    @TempDir
    Path directory;

    private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();
    private final FakePublisher publisher = new FakePublisher();
    private final FakeTransport transport = new FakeTransport();
    private FeedSettings settings =
            new FeedSettings(true, List.of("BTC", "NOSUCH"), List.of("USDT"), List.of(), List.of(), List.of());
    private ToyVenue venue = new ToyVenue();
    private LiveFeed feed;

    @BeforeEach
    void answerInstruments() {
        transport.rest = path -> path.equals("/instruments")
                ? FakeTransport.answered(new Decoded.Listed(ToyVenue.BTC_PERPETUAL))
                : FakeTransport.failed(RestResult.Reason.UNAVAILABLE);
    }

    @AfterEach
    void stop() {
        // Afterwards nothing is written into the directory any more.
        feed.stop();
        scheduler.dispose();
    }

    private void start() {
        feed = new LiveFeed(
                venue,
                new CollectorProperties(
                        directory,
                        Duration.ofMinutes(15),
                        true,
                        50,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(1),
                        0,
                        Map.of(),
                        Map.of("toy-futures", settings),
                        RecordingSettings.into(directory.resolve("recordings")),
                        SessionSettings.defaults(),
                        RestSettings.defaults()),
                publisher,
                transport,
                new StateDirectory(directory),
                scheduler,
                this::now,
                new SimpleMeterRegistry());
        feed.start();
        pass(Duration.ZERO);
    }

    private long now() {
        return START + scheduler.now(java.util.concurrent.TimeUnit.MICROSECONDS);
    }

    private void pass(Duration time) {
        scheduler.advanceTimeBy(time);
    }

    private void trade(long id, Origin origin) {
        transport.listener.onFrame(frame(), List.of(decodedTrade(id, origin)));
    }

    private RawFrame frame() {
        return new RawFrame("toy-futures", RawFrame.Transport.WS, "c1", null, now(), new byte[0]);
    }

    private Decoded decodedTrade(long id, Origin origin) {
        return new Decoded.Event(new Trade(
                new Header(ToyVenue.BTC, now(), TimeSource.VENUE, now(), origin, 0),
                Long.toString(id),
                Side.BUY,
                Decimals.parse("5"),
                BigDecimal.ONE,
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of()));
    }

    private List<String> gapStates() {
        return publisher.of(Gap.class).stream()
                .map(gap -> gap.stream() + " " + gap.cause() + " " + gap.firstId() + ".." + gap.lastId() + " "
                        + gap.state())
                .toList();
    }

    @Test
    void whatIsNotThereIsSkippedAndTheRestIsSubscribed() {
        start();
        assertThat(transport.subscribed).extracting(VenueStream::instrument).containsOnly(ToyVenue.BTC);
        assertThat(publisher.of(InstrumentListed.class)).hasSize(1);
        assertThat(publisher.of(FeedStatus.class)).anySatisfy(s -> {
            assertThat(s.state()).isEqualTo(FeedState.UNSUPPORTED);
            assertThat(s.stream()).isEqualTo(Kind.OPTION_SUMMARY);
            assertThat(s.reason()).contains("no options");
        });
    }

    @Test
    void aBookIsAskedForOnItsStreamAndAnewOnAnotherConnection() {
        venue = new ToyVenue(ToyVenue.numbered(SnapshotSource.REQUEST));
        start();
        VenueStream books = transport.subscribed.stream()
                .filter(stream -> stream.kinds().contains(Kind.BOOK))
                .findFirst()
                .orElseThrow();
        bookChange(10);
        bookChange(11);
        assertThat(transport.asked).containsExactly("book " + books.name());

        transport.listener.onChange(new SessionChange.Replaced("c1", List.of(books), "c2"));
        bookChange(12);

        assertThat(transport.asked).containsExactly("book " + books.name(), "book " + books.name());
        assertThat(transport.requests).noneMatch(path -> path.startsWith("/book"));
    }

    private void bookChange(long id) {
        transport.listener.onFrame(
                frame(),
                List.of(new Decoded.BookUpdate(
                        Header.venue(ToyVenue.BTC, now(), now()),
                        false,
                        Levels.EMPTY,
                        Levels.EMPTY,
                        SizeUnit.BASE,
                        id,
                        id,
                        null,
                        null)));
    }

    @Test
    void whatIsNotListedAnyMoreEndedUnlessAListingCouldNotBeRead() {
        start();
        Instrument renamed = renamed("BTCNEW");
        transport.rest = path ->
                FakeTransport.answered(new Decoded.Listed(renamed), new Decoded.Malformed("symbol: expected a text"));
        pass(Duration.ofMinutes(15));
        assertThat(transport.subscribed).extracting(VenueStream::instrument).contains(ToyVenue.BTC, renamed.id());
        transport.rest = path -> FakeTransport.answered(new Decoded.Listed(renamed));
        pass(Duration.ofMinutes(15));
        assertThat(transport.subscribed).extracting(VenueStream::instrument).containsOnly(renamed.id());
        assertThat(publisher.of(InstrumentListed.class).getLast().instrument())
                .matches(ended -> ended.id().equals(ToyVenue.BTC) && !ended.live());
    }

    @Test
    void whatExpiredAnHourAgoHasEndedEvenWhereNothingIsListedAnyMore() {
        Instrument dated = expiring("BTC-1", now() + 60_000_000);
        transport.rest = path -> answeredNow(new Decoded.Listed(dated));
        start();
        assertThat(transport.subscribed).extracting(VenueStream::instrument).containsOnly(dated.id());
        transport.rest = path -> answeredNow();
        pass(Duration.ofMinutes(45));
        assertThat(transport.subscribed).as("an empty list may be a fault").isNotEmpty();
        pass(Duration.ofMinutes(30));
        assertThat(transport.subscribed).isEmpty();
        assertThat(publisher.of(FeedStatus.class))
                .filteredOn(status -> "nothing to collect".equals(status.reason()))
                .singleElement()
                .matches(status -> status.state() == FeedState.OFF);
    }

    private RestResult answeredNow(Decoded... decoded) {
        return new RestResult.Answered(
                new RawFrame("toy-futures", RawFrame.Transport.REST, null, null, now(), new byte[0]), List.of(decoded));
    }

    private static Instrument expiring(String symbol, long expiry) {
        Instrument i = ToyVenue.BTC_PERPETUAL;
        return new Instrument(
                new InstrumentId(i.id().exchange(), Market.FUTURE, symbol),
                i.base(),
                i.quote(),
                i.settle(),
                null,
                null,
                i.contractType(),
                null,
                null,
                expiry,
                null,
                null,
                i.sector(),
                null,
                null,
                null,
                null);
    }

    /** The one instrument of the venue by another name. */
    private static Instrument renamed(String symbol) {
        Instrument i = ToyVenue.BTC_PERPETUAL;
        return new Instrument(
                new InstrumentId(i.id().exchange(), i.id().market(), symbol),
                i.base(),
                i.quote(),
                i.settle(),
                i.unifiedSymbol(),
                i.contractSize(),
                i.contractType(),
                i.tickSize(),
                i.lotSize(),
                i.expiry(),
                i.strike(),
                i.optionType(),
                i.sector(),
                i.makerFeeBps(),
                i.takerFeeBps(),
                i.listedAt(),
                null);
    }

    @Test
    void ofAStreamOfTheWholeMarketOnlyWhatWasAskedForIsPublished() {
        transport.rest = path -> FakeTransport.answered(
                new Decoded.Listed(ToyVenue.BTC_PERPETUAL),
                new Decoded.Listed(ToyVenue.instrument("ETHUSDT", "ETH", "USDT")));
        start();
        Stream.of("BTCUSDT", "ETHUSDT", "AN-INDEX")
                .forEach(symbol -> transport.listener.onFrame(
                        frame(),
                        List.of(new Decoded.Event(new MarkPrice(
                                Header.received(new InstrumentId("toy", Market.PERPETUAL, symbol), now()),
                                BigDecimal.ONE,
                                null,
                                null)))));
        assertThat(publisher.of(MarkPrice.class))
                .extracting(mark -> mark.instrumentId().symbol())
                .containsExactly("BTCUSDT", "AN-INDEX");
    }

    @Test
    void aVenueThatDoesNotServeThisPlaceIsOffAndAskedAgainLater() {
        transport.rest = path -> FakeTransport.failed(RestResult.Reason.BLOCKED);
        start();
        assertThat(feed.state()).isEqualTo(FeedState.OFF);
        pass(SessionSettings.defaults().switchedOffFor().minusSeconds(1));
        assertThat(transport.requests).hasSize(1);
        answerInstruments();
        pass(Duration.ofSeconds(1));
        assertThat(transport.requests).hasSize(2);
        assertThat(transport.subscribed).isNotEmpty();
    }

    @Test
    void aVenueThatDoesNotAnswerAtStartIsAskedAgainUntilItDoes() {
        transport.rest = path -> FakeTransport.failed(RestResult.Reason.UNAVAILABLE);
        start();
        assertThat(publisher.of(FeedStatus.class).getLast().state()).isEqualTo(FeedState.DOWN);
        answerInstruments();
        pass(Duration.ofSeconds(5));
        assertThat(transport.subscribed).isNotEmpty();
    }

    @Test
    void missingTradesAreFetchedPageByPageAndTheGapIsRepairedOnceTheyAreDurable() {
        start();
        transport.rest = path -> {
            long from = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
            return FakeTransport.answered(decodedTrade(from, Origin.REPAIR), decodedTrade(from + 1, Origin.REPAIR));
        };
        publisher.durableAtOnce = false;
        trade(1, Origin.LIVE);
        trade(6, Origin.LIVE);
        pass(Duration.ofSeconds(1));
        assertThat(transport.requests).contains("/trades/BTCUSDT/2", "/trades/BTCUSDT/4");
        assertThat(publisher.of(Trade.class)).extracting(Trade::tradeId).containsExactly("1", "6", "2", "3", "4", "5");
        assertThat(gapStates()).containsExactly("trade sequence 2..5 OPEN");
        publisher.confirmAll();
        pass(Duration.ZERO);
        assertThat(gapStates()).containsExactly("trade sequence 2..5 OPEN", "trade sequence 2..5 REPAIRED");
    }

    @Test
    void whatTheVenueCannotSupplyIsUnrecoverableAfterSeveralTries() {
        start();
        transport.rest = path -> FakeTransport.answered();
        trade(1, Origin.LIVE);
        trade(3, Origin.LIVE);
        pass(Duration.ofMinutes(10));
        assertThat(transport.requests.stream().filter(path -> path.startsWith("/trades")))
                .hasSize(5);
        assertThat(gapStates()).containsExactly("trade sequence 2..2 OPEN", "trade sequence 2..2 UNRECOVERABLE");
    }

    @Test
    void theTimeTheProcessWasDownIsAGapLikeAnyOther() {
        start();
        trade(1, Origin.LIVE);
        trade(4, Origin.LIVE);
        feed.stop();

        publisher.events.clear();
        transport.requests.clear();
        start();
        assertThat(publisher.of(Gap.class))
                .as("the open gap is taken up, not opened again")
                .isEmpty();
        trade(9, Origin.LIVE);
        pass(Duration.ofMillis(600));
        assertThat(gapStates()).containsExactly("trade down 5..8 OPEN");
        assertThat(transport.requests).contains("/trades/BTCUSDT/2", "/trades/BTCUSDT/5");
    }

    @Test
    void whileAConnectionIsLostStreamsWithoutIdsHaveAGapOfTime() {
        start();
        List<VenueStream> marks = transport.subscribed.stream()
                .filter(s -> s.kinds().contains(Kind.MARK_PRICE))
                .toList();
        transport.listener.onChange(new SessionChange.Connecting("c1", marks));
        transport.listener.onChange(new SessionChange.Subscribed("c1", marks));
        transport.listener.onChange(new SessionChange.Delivering("c1", marks));
        transport.listener.onChange(new SessionChange.Disconnected("c1", marks, "reset"));
        long lost = now();
        pass(Duration.ofSeconds(3));
        transport.listener.onChange(new SessionChange.Subscribed("c2", marks));
        assertThat(publisher.of(Gap.class))
                .as("an acknowledgement proves nothing")
                .isEmpty();
        transport.listener.onChange(new SessionChange.Delivering("c2", marks));
        Gap gap = publisher.of(Gap.class).getFirst();
        assertThat(gap.stream()).isEqualTo(Kind.MARK_PRICE);
        assertThat(gap.from()).isEqualTo(lost);
        assertThat(gap.to()).isEqualTo(lost + 3_000_000);
        assertThat(gapStates())
                .containsExactly(
                        "mark_price disconnect null..null OPEN", "mark_price disconnect null..null UNRECOVERABLE");
    }

    @Test
    void whenThereIsNoRoomReadingStopsAndWhatWasLostIsFetchedWhenThereIs() {
        start();
        trade(1, Origin.LIVE);
        publisher.room = false;
        trade(2, Origin.LIVE);
        assertThat(transport.asked).containsExactly("pause");
        pass(Duration.ofSeconds(5));
        assertThat(transport.asked).containsExactly("pause");
        assertThat(transport.requests.stream().filter(path -> path.startsWith("/trades")))
                .as("what has no room is not fetched")
                .isEmpty();
        publisher.room = true;
        transport.rest = path -> FakeTransport.answered(decodedTrade(2, Origin.REPAIR));
        pass(Duration.ofSeconds(15));
        assertThat(transport.asked).containsExactly("pause", "resume");
        assertThat(gapStates()).containsExactly("trade backpressure 2..2 OPEN", "trade backpressure 2..2 REPAIRED");
    }

    @Test
    void aGapIsRepairedOnlyWhenItsLastTradeIsDurable() {
        start();
        transport.rest = path -> FakeTransport.answered(decodedTrade(2, Origin.REPAIR));
        trade(1, Origin.LIVE);
        trade(3, Origin.LIVE);
        pass(Duration.ofSeconds(1));
        assertThat(gapStates()).last().isEqualTo("trade sequence 2..2 REPAIRED");
        assertThat(publisher.flushed.getLast().stream()
                        .filter(Trade.class::isInstance)
                        .map(event -> ((Trade) event).tradeId()))
                .as("what the repair waited for")
                .containsExactly("1", "3", "2");
    }

    @Test
    void aGapStaysOpenWhileTheVenueDoesNotAnswer() {
        start();
        transport.rest = path -> FakeTransport.failed(RestResult.Reason.UNAVAILABLE);
        trade(1, Origin.LIVE);
        trade(3, Origin.LIVE);
        pass(Duration.ofHours(1));
        assertThat(gapStates()).containsExactly("trade sequence 2..2 OPEN");
        transport.rest = path -> FakeTransport.answered(decodedTrade(2, Origin.REPAIR));
        pass(Duration.ofMinutes(2));
        assertThat(gapStates()).containsExactly("trade sequence 2..2 OPEN", "trade sequence 2..2 REPAIRED");
    }

    private void mark() {
        transport.listener.onFrame(
                frame(),
                List.of(new Decoded.Event(new MarkPrice(
                        new Header(ToyVenue.BTC, now(), TimeSource.VENUE, now(), Origin.LIVE, 0),
                        BigDecimal.TEN,
                        null,
                        null))));
    }

    private List<Kind> watermarked() {
        return publisher.of(Watermark.class).stream().map(Watermark::stream).toList();
    }

    @Test
    void aStreamThatLostAnEventForWantOfRoomIsNotSaidToBeComplete() {
        start();
        mark();
        pass(Duration.ofSeconds(61));
        assertThat(watermarked()).containsExactly(Kind.MARK_PRICE);
        publisher.room = false;
        mark();
        publisher.room = true;
        pass(Duration.ofSeconds(120));
        assertThat(watermarked()).containsExactly(Kind.MARK_PRICE);
    }

    @Test
    void aFeedOfWhichOneConnectionIsLostIsNotLive() {
        start();
        List<VenueStream> all = List.copyOf(transport.subscribed);
        List<VenueStream> some = all.subList(0, 2);
        List<VenueStream> others = all.subList(2, all.size());
        transport.listener.onChange(new SessionChange.Connecting("c1", some));
        transport.listener.onChange(new SessionChange.Connecting("c2", others));
        transport.listener.onChange(new SessionChange.Delivering("c1", some));
        transport.listener.onChange(new SessionChange.Delivering("c2", others));
        assertThat(feed.state()).isEqualTo(FeedState.LIVE);
        transport.listener.onChange(new SessionChange.Disconnected("c2", others, "reset"));
        assertThat(feed.state()).isEqualTo(FeedState.CONNECTING);
        transport.listener.onChange(new SessionChange.Connecting("c3", others));
        assertThat(feed.state()).isEqualTo(FeedState.CONNECTING);
        transport.listener.onChange(new SessionChange.Delivering("c3", others));
        assertThat(feed.state()).isEqualTo(FeedState.LIVE);
    }

    private void bookUpdate(boolean snapshot, long id) {
        transport.listener.onFrame(frame(), List.of(bookOf(snapshot, id)));
    }

    private Decoded bookOf(boolean snapshot, long id) {
        return new Decoded.BookUpdate(
                Header.venue(ToyVenue.BTC, now(), now()),
                snapshot,
                Levels.of("9", "1"),
                Levels.of("10", "1"),
                SizeUnit.BASE,
                id,
                id,
                null,
                null);
    }

    private long booksAsked() {
        return transport.requests.stream().filter("/book/BTCUSDT"::equals).count();
    }

    @Test
    void aBookThatIsLostAgainAndAgainIsAskedForAfterGrowingPauses() {
        start();
        for (int id = 10; id <= 20; id += 10) {
            bookUpdate(true, id);
            bookUpdate(false, id + 5);
        }
        assertThat(booksAsked()).isEqualTo(1);
        pass(Duration.ofMillis(999));
        assertThat(booksAsked()).isEqualTo(1);
        pass(Duration.ofMillis(1));
        assertThat(booksAsked()).isEqualTo(2);
    }

    @Test
    void aBookThatCameByItselfMeanwhileIsNotAskedFor() {
        start();
        for (int id = 10; id <= 20; id += 10) {
            bookUpdate(true, id);
            bookUpdate(false, id + 5);
        }
        bookUpdate(true, 30);
        pass(Duration.ofSeconds(5));
        assertThat(booksAsked()).isEqualTo(1);
    }
}
