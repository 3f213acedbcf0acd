package io.tapeline.collector.venue;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.EmulatedFeed.Order;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.GapState;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every venue's feed promises while it runs, shown against its emulated venue. Each adapter has one test class that
 * extends this one.
 */
public abstract class VenueSessionCompatibilityKit {
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    Path directory;

    private EmulatedFeed emulated;
    private RunningFeed feed;
    private PublishedEvents published;
    private List<String> assets;
    private InstrumentId one;
    private InstrumentId other;

    /** Starts an emulated venue. */
    protected abstract EmulatedFeed emulate();

    @BeforeEach
    void startVenue() {
        emulated = emulate();
        assets = emulated.assets();
        published = new PublishedEvents();
    }

    @AfterEach
    void stop() {
        if (feed != null) {
            feed.close();
        }
        emulated.close();
    }

    private void start(Duration silence, Duration lifetime) {
        feed = new RunningFeed(
                new HastenedVenue(emulated.venue(), silence, lifetime),
                published,
                RunningFeed.settings(emulated.venue().feed(), assets, directory));
        until("instruments", () -> feed.instruments(assets).size() >= assets.size());
        one = feed.instruments(assets).getFirst().id();
        other = feed.instruments(assets).getLast().id();
    }

    private void startAndAwaitEverything() {
        start(NEVER, Duration.ZERO);
        feed.awaitEverything(assets, 0);
    }

    private VenueStream stream(InstrumentId instrument, Kind kind) {
        return feed.streams(assets).stream()
                .filter(s -> s.instrument().equals(instrument) && s.kinds().contains(kind))
                .findFirst()
                .orElseThrow();
    }

    private boolean said(int after, InstrumentId instrument, Kind kind, FeedState state) {
        return feed.statuses(after, instrument, kind).stream().anyMatch(s -> s.state() == state);
    }

    /** What the ledger has, from the first trade published on, is what was published, digit for digit, each once. */
    private void everyTradeOnce(InstrumentId instrument) {
        String newest = emulated.trades(instrument).getLast().id();
        until("trade " + newest, () -> feed.of(Trade.class, instrument).stream()
                .anyMatch(t -> number(t.tradeId()) >= number(newest)));
        long first = feed.of(Trade.class, instrument).stream()
                .mapToLong(t -> number(t.tradeId()))
                .min()
                .orElseThrow();
        List<EmulatedFeed.Trade> produced = emulated.trades(instrument).stream()
                .filter(t -> number(t.id()) >= first && number(t.id()) <= number(newest))
                .toList();
        until("every trade of " + instrument, () -> trades(instrument, newest).size() >= produced.size());
        assertThat(trades(instrument, newest)).containsExactlyInAnyOrderElementsOf(produced);
    }

    private List<EmulatedFeed.Trade> trades(InstrumentId instrument, String newest) {
        return feed.of(Trade.class, instrument).stream()
                .filter(t -> number(t.tradeId()) <= number(newest))
                .map(t -> new EmulatedFeed.Trade(
                        t.tradeId(),
                        t.side().name().toLowerCase(Locale.ROOT),
                        t.price().toPlainString(),
                        t.size().toPlainString()))
                .toList();
    }

    private static long number(String id) {
        return Long.parseLong(id);
    }

    /** Books made of what was published equal the venue's own. */
    private void booksEqualTheVenues() {
        for (InstrumentId instrument : List.of(one, other)) {
            until("the book of " + instrument + " at a sequence that was published", () -> {
                Decoded.BookUpdate theirs = feed.venuesBook(instrument);
                long sequence = theirs.lastSequence();
                until("sequence " + sequence, () -> feed.of(Book.class, instrument).stream()
                        .anyMatch(b -> b.sequence() >= sequence));
                Optional<RebuiltBook> ours = RebuiltBook.at(sequence, feed.of(Book.class, instrument));
                ours.ifPresent(book -> assertThat(book).isEqualTo(RebuiltBook.of(theirs.bids(), theirs.asks())));
                return ours.isPresent();
            });
        }
    }

    private void everyGapIsClosed(Kind kind, InstrumentId instrument, GapState as) {
        until("gaps of " + kind + " " + instrument + " " + as, () -> {
            List<Gap> gaps = feed.gaps(0, kind, instrument);
            return gaps.stream().filter(g -> g.state() == as).count()
                    == gaps.stream().filter(g -> g.state() == GapState.OPEN).count();
        });
    }

    @Test
    void everythingThatIsSubscribedDelivers() {
        startAndAwaitEverything();
        everyTradeOnce(one);
        everyTradeOnce(other);
        booksEqualTheVenues();
        assertThat(published.of(Gap.class)).as("gaps of an undisturbed feed").isEmpty();
        assertThat(published.of(Trade.class)).allMatch(t -> t.header().origin() == Origin.LIVE);
    }

    @Test
    void afterALostConnectionEverythingIsSubscribedAgainAndNothingIsMissing() {
        startAndAwaitEverything();
        int before = published.count();
        emulated.order(Order.of("DISCONNECT"));
        until("down is said", () -> published.of(FeedStatus.class, before).stream()
                .anyMatch(s -> s.state() == FeedState.DOWN && s.connection() != null));
        feed.awaitEverything(assets, before);
        everyTradeOnce(one);
        everyTradeOnce(other);
        everyGapIsClosed(Kind.TRADE, one, GapState.REPAIRED);
        everyGapIsClosed(Kind.CANDLE, one, GapState.REPAIRED);
        assertThat(feed.gaps(before, Kind.BOOK, one)).extracting(Gap::cause).containsOnly("disconnect");
        assertThat(feed.statuses(before, one, Kind.BOOK))
                .extracting(FeedStatus::state)
                .containsExactly(FeedState.RESYNCING, FeedState.LIVE);
        booksEqualTheVenues();
    }

    @Test
    void aSilentStreamIsNoticedAndSubscribedAloneAgain() {
        start(Duration.ofSeconds(3), Duration.ZERO);
        feed.awaitEverything(assets, 0);
        int before = published.count();
        emulated.order(Order.of("STOP").stream(stream(one, Kind.TRADE)));
        until("stale is said", () -> said(before, one, Kind.TRADE, FeedState.STALE));
        emulated.endFaults();
        until("live is said", () -> said(before, one, Kind.TRADE, FeedState.LIVE));
        everyTradeOnce(one);
        everyGapIsClosed(Kind.TRADE, one, GapState.REPAIRED);
        assertThat(feed.gaps(before, Kind.TRADE, one)).extracting(Gap::cause).containsOnly("stale");
        assertThat(published.of(FeedStatus.class, before))
                .as("nothing else changed")
                .allMatch(s -> s.instrumentId().equals(one) && s.stream() == Kind.TRADE);
        assertThat(feed.counted("tapeline.session.reconnects")).isZero();
    }

    @Test
    void aHoleInASequenceResyncsThatBookAloneAndSaysSoFirst() {
        startAndAwaitEverything();
        int before = published.count();
        emulated.order(Order.of("SKIP").stream(stream(one, Kind.BOOK)).times(1));
        until("in sync again", () -> said(before, one, Kind.BOOK, FeedState.LIVE));
        assertThat(feed.statuses(before, one, Kind.BOOK))
                .extracting(FeedStatus::state)
                .containsExactly(FeedState.RESYNCING, FeedState.LIVE);
        assertThat(feed.statuses(before, other, Kind.BOOK)).isEmpty();
        assertThat(feed.gaps(before, Kind.BOOK, one))
                .extracting(Gap::state)
                .containsExactly(GapState.OPEN, GapState.UNRECOVERABLE);
        assertThat(feed.gaps(before, Kind.BOOK, other)).isEmpty();
        assertThat(afterResyncing(before))
                .as("the first of the book after it lost sync")
                .isTrue();
        booksEqualTheVenues();
    }

    /** Whether the book event that follows the word that it is out of sync is a snapshot. */
    private boolean afterResyncing(int before) {
        boolean resyncing = false;
        for (MarketEvent event : published.after(before)) {
            if (event instanceof FeedStatus s && s.state() == FeedState.RESYNCING) {
                resyncing = true;
            } else if (resyncing && event instanceof Book b && b.instrumentId().equals(one)) {
                return b.snapshot();
            }
        }
        return false;
    }

    @Test
    void skippedTradesAreAGapThatIsRepaired() {
        startAndAwaitEverything();
        int before = published.count();
        emulated.order(Order.of("SKIP").stream(stream(one, Kind.TRADE)).times(3));
        until("a gap", () -> !feed.gaps(before, Kind.TRADE, one).isEmpty());
        everyTradeOnce(one);
        everyGapIsClosed(Kind.TRADE, one, GapState.REPAIRED);
        assertThat(feed.gaps(before, Kind.TRADE, one))
                .filteredOn(g -> g.state() == GapState.OPEN)
                .allMatch(g -> g.missing() > 0 && g.cause().equals("sequence"));
        assertThat(feed.of(Trade.class, one)).anyMatch(t -> t.header().origin() == Origin.REPAIR);
        assertThat(feed.gaps(before, Kind.TRADE, other)).isEmpty();
    }

    @Test
    void framesOutOfOrderAndFramesThatComeTwiceNeitherLoseNorDouble() {
        startAndAwaitEverything();
        for (Kind kind : List.of(Kind.TRADE, Kind.BOOK, Kind.QUOTE)) {
            emulated.order(Order.of("REORDER").stream(stream(one, kind)).times(3));
            emulated.order(Order.of("DUPLICATE").stream(stream(other, kind)).times(5));
        }
        int before = published.count();
        until("some time", () -> feed.of(Trade.class, one).size() > 25 && published.count() > before + 100);
        everyTradeOnce(one);
        everyTradeOnce(other);
        everyGapIsClosed(Kind.TRADE, one, GapState.REPAIRED);
        assertThat(feed.gaps(0, Kind.TRADE, other)).isEmpty();
        assertThat(feed.of(Quote.class, other)).extracting(Quote::sequence).doesNotHaveDuplicates();
        booksEqualTheVenues();
    }

    @Test
    void framesThatAreNoMessagesStopNothing() {
        startAndAwaitEverything();
        int before = published.count();
        for (String kind : List.of("MALFORMED", "TRUNCATED", "UNKNOWN_EVENT")) {
            emulated.order(Order.of(kind).stream(stream(one, Kind.TRADE)).times(2));
            emulated.order(Order.of(kind).stream(stream(one, Kind.BOOK)).times(1));
        }
        until("the book is in sync again", () -> said(before, one, Kind.BOOK, FeedState.LIVE));
        emulated.order(Order.of("OVERSIZED").stream(stream(one, Kind.TRADE)).times(1));
        int after = published.count();
        until("trades go on", () -> published.of(Trade.class, after).size() > 20);
        feed.awaitEverything(assets, after);
        everyTradeOnce(one);
        everyTradeOnce(other);
        everyGapIsClosed(Kind.TRADE, one, GapState.REPAIRED);
        booksEqualTheVenues();
    }

    @Test
    void aSubscriptionThatIsRefusedCostsNoOther() {
        emulated.order(new Order("REJECT_SUBSCRIPTION", refusedStream(), null, null, null, 0L, null));
        start(NEVER, Duration.ZERO);
        VenueStream refused = stream(one, Kind.TRADE);
        assertThat(refused.name()).isEqualTo(refusedStream());
        until("refused is said", () -> said(0, one, Kind.TRADE, FeedState.DOWN));
        until("the others deliver", () -> feed.missing(assets, 0).equals(List.of(Kind.TRADE + " " + one)));
        until("live", () -> feed.state() == FeedState.LIVE);
        assertThat(feed.statuses(0, one, Kind.TRADE).getLast().reason()).startsWith("refused");
        assertThat(feed.counted("tapeline.session.reconnects")).isZero();
    }

    /** Name of the stream that brings the trades of the first asset. */
    protected abstract String refusedStream();

    @Test
    void aVenueThatSaysTooManyIsLeftAloneForAsLongAsItSays() {
        startAndAwaitEverything();
        for (int status : List.of(429, 418)) {
            int before = published.count();
            emulated.order(Order.of("HTTP_STATUS").status(status).amount(2).times(1));
            emulated.order(Order.of("SKIP").stream(stream(one, Kind.BOOK)).times(1));
            until("in sync again", () -> said(before, one, Kind.BOOK, FeedState.LIVE));
        }
        List<EmulatedFeed.Request> requests = emulated.requests();
        assertThat(requests).extracting(EmulatedFeed.Request::status).contains(429, 418);
        for (EmulatedFeed.Request refused : requests) {
            if (refused.status() == 429 || refused.status() == 418) {
                assertThat(requests)
                        .filteredOn(r -> r.time() > refused.time() + 500 && r.time() < refused.time() + 1_900)
                        .filteredOn(r -> refused.status() == 418 || budget(r).equals(budget(refused)))
                        .as("asked while closed by %s", refused)
                        .isEmpty();
            }
        }
    }

    /** The budget that a request draws on: of the call that the adapter makes to that path. */
    private String budget(EmulatedFeed.Request request) {
        VenueRest rest = emulated.venue().rest();
        List<RestCall> calls = new ArrayList<>(rest.instruments());
        calls.addAll(rest.terms());
        rest.time().ifPresent(calls::add);
        rest.polls(feed.instruments(assets), emulated.venue().kinds())
                .forEach(poll -> calls.add(poll.call().apply(0)));
        return calls.stream()
                .filter(call -> request.target().startsWith(call.uri().getPath()))
                .map(RestCall::budget)
                .findFirst()
                .orElse(rest.budgets().getFirst().name());
    }

    @Test
    void aVenueWhoseRestFailsIsAskedAgainUntilItAnswers() {
        emulated.order(Order.of("HTTP_STATUS").status(503).times(3));
        startAndAwaitEverything();
        everyTradeOnce(one);
        booksEqualTheVenues();
    }

    @Test
    void aConnectionIsReplacedBeforeItsTimeIsUpWithoutAGap() {
        start(NEVER, Duration.ofSeconds(3));
        feed.awaitEverything(assets, 0);
        int before = published.count();
        until(
                "every connection is replaced",
                () -> published.of(FeedStatus.class, before).stream()
                                .filter(s -> s.state() == FeedState.OFF && s.connection() != null)
                                .count()
                        >= routes());
        feed.awaitEverything(assets, published.count());
        everyTradeOnce(one);
        everyTradeOnce(other);
        assertThat(published.of(Gap.class)).isEmpty();
        assertThat(published.of(FeedStatus.class, before))
                .extracting(FeedStatus::state)
                .as("states of connections")
                .containsOnly(FeedState.LIVE, FeedState.OFF);
        assertThat(feed.of(Quote.class, one)).extracting(Quote::sequence).doesNotHaveDuplicates();
        booksEqualTheVenues();
    }

    private long routes() {
        return feed.streams(assets).stream().map(VenueStream::route).distinct().count();
    }

    @Test
    void aVenueThatGoesIntoMaintenanceIsReconnected() {
        startAndAwaitEverything();
        int before = published.count();
        emulated.order(Order.of("SERVER_SHUTDOWN").millis(3_000));
        until("another connection", () -> published.of(FeedStatus.class, before).stream()
                .anyMatch(s -> s.connection() != null && s.state() == FeedState.LIVE));
        feed.awaitEverything(assets, published.count());
        everyTradeOnce(one);
        booksEqualTheVenues();
        if (emulated.announcesItsEnd()) {
            assertThat(published.of(Gap.class)).isEmpty();
        }
    }

    @Test
    void aClockThatIsFarOffCostsNoEvent() {
        emulated.order(Order.of("WRONG_CLOCK").millis(3_600_000));
        startAndAwaitEverything();
        emulated.order(Order.of("SKIP").stream(stream(one, Kind.TRADE)).times(1));
        until("a gap", () -> !feed.gaps(0, Kind.TRADE, one).isEmpty());
        everyTradeOnce(one);
        everyGapIsClosed(Kind.TRADE, one, GapState.REPAIRED);
        booksEqualTheVenues();
        assertThat(feed.counted("tapeline.odd.times")).isPositive();
    }

    @Test
    void theTimeTheProcessWasDownIsAGapThatIsRepaired() {
        startAndAwaitEverything();
        feed.close();
        int before = published.count();
        int produced = emulated.trades(one).size();
        until("trades while nobody listens", () -> emulated.trades(one).size() > produced + 5);
        startAndAwaitEverything();
        feed.awaitEverything(assets, before);
        everyTradeOnce(one);
        everyTradeOnce(other);
        everyGapIsClosed(Kind.TRADE, one, GapState.REPAIRED);
        for (Kind kind : List.of(Kind.TRADE, Kind.BOOK, Kind.CANDLE)) {
            assertThat(feed.gaps(before, kind, one))
                    .as("gaps of %s", kind)
                    .isNotEmpty()
                    .allMatch(g -> g.cause().equals("down"));
        }
        booksEqualTheVenues();
    }
}
