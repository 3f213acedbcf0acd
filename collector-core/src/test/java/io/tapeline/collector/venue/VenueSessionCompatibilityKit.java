package io.tapeline.collector.venue;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.EmulatedFeed.Order;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Assurance;
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
import io.tapeline.model.event.Watermark;
import io.tapeline.model.instrument.InstrumentId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every venue's feed promises while it runs, shown against its emulated venue. Each adapter has one test class that
 * extends this one; {@code io.tapeline.venue.testing.EmulatedHost} starts the emulated venue.
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

    /** Whether a lost trade shows. */
    private boolean numbered() {
        return emulated.venue().continuity(Kind.TRADE).consecutive();
    }

    /** How a gap of a kind ends: filled where the venue keeps what was missed. */
    private GapState end(Kind kind) {
        VenueRest.Hole hole = new VenueRest.Hole(numbered() ? 5 : -1, numbered() ? 9 : -1, 1_000_000, 2_000_000);
        boolean fetched = !emulated.venue().rest().repair(kind, one, hole).isEmpty();
        return fetched || replayed(kind) ? GapState.REPAIRED : GapState.UNRECOVERABLE;
    }

    /** Whether a stream that is asked for anew brings what was missed, as live as the rest of it. */
    private boolean replayed(Kind kind) {
        return kind == Kind.TRADE
                && numbered()
                && emulated.venue().subscriptions().replays(kind);
    }

    private boolean streamed(Kind kind) {
        return feed.streams(assets).stream().anyMatch(stream -> stream.kinds().contains(kind));
    }

    /** Whether a lost change of a book shows. */
    protected boolean noticesLostBookChanges() {
        return true;
    }

    /** Whether what is lost can be told to concern one stream and no other. */
    protected boolean tellsWhoseFrameIsLost() {
        return true;
    }

    /** Whether a book has the same sequence numbers on every connection. */
    protected boolean sharesBookSequences() {
        return true;
    }

    /** Whether a process publishes some of the last trades of the one before it again, since they have no numbers. */
    protected boolean repeatsAfterARestart() {
        return false;
    }

    /** Whether the venue tells of when a book is, so that two sightings of it can be told to be the same. */
    protected boolean datesBooks() {
        return true;
    }

    /** Statuses with which the venue says that it is asked too often. */
    protected List<Integer> tooManyRequests() {
        return List.of(429, 418);
    }

    /**
     * What the ledger has, from the first trade published on, is what was published, digit for digit, each once; where the
     * venue does not keep what was missed, that is inside of gaps.
     */
    private void everyTradeOnce(InstrumentId instrument) {
        everyTrade(instrument, this::digits);
    }

    /** Trades as they came: what a process fetches again of the last seconds before it is stored once all the same. */
    private List<String> storedOnce(InstrumentId instrument, List<EmulatedFeed.Trade> due) {
        List<String> came = digits(instrument, due);
        return repeatsAfterARestart() ? came.stream().distinct().toList() : came;
    }

    private void everyTrade(
            InstrumentId instrument, BiFunction<InstrumentId, List<EmulatedFeed.Trade>, List<String>> told) {
        List<EmulatedFeed.Trade> produced = emulated.trades(instrument);
        EmulatedFeed.Trade newest = produced.getLast();
        until("trade " + newest.id(), () -> ids(instrument).contains(newest.id()));
        int first = IntStream.range(0, produced.size())
                .filter(i -> ids(instrument).contains(produced.get(i).id()))
                .findFirst()
                .orElseThrow();
        List<EmulatedFeed.Trade> due = produced.subList(first, produced.size());
        if (end(Kind.TRADE) == GapState.REPAIRED) {
            until(
                    "every trade of " + instrument,
                    () -> told.apply(instrument, due).size() >= due.size());
            assertThat(told.apply(instrument, due)).containsExactlyInAnyOrderElementsOf(digits(due));
        } else {
            List<String> came = told.apply(instrument, due);
            assertThat(came).doesNotHaveDuplicates().isSubsetOf(digits(due));
            due.stream().filter(trade -> !came.contains(digits(trade))).forEach(missed -> assertThat(
                            feed.gaps(0, Kind.TRADE, instrument))
                    .as("a gap for %s", missed)
                    .anyMatch(gap ->
                            missed.time() * 1_000 >= gap.from() - 1_000_000 && missed.time() * 1_000 <= gap.to()));
        }
    }

    private Set<String> ids(InstrumentId instrument) {
        return feed.of(Trade.class, instrument).stream().map(Trade::tradeId).collect(Collectors.toSet());
    }

    /** The published ones among those that are due. */
    private List<String> digits(InstrumentId instrument, List<EmulatedFeed.Trade> due) {
        Set<String> wanted = due.stream().map(EmulatedFeed.Trade::id).collect(Collectors.toSet());
        List<Trade> came = feed.of(Trade.class, instrument).stream()
                .filter(trade -> wanted.contains(trade.tradeId()))
                .toList();
        List<String> told = new ArrayList<>();
        came.stream()
                .filter(trade -> numbered() || trade.header().origin() == Origin.LIVE)
                .forEach(trade -> told.add(digits(trade)));
        // Where nothing tells what of a history was there before, it is told again, and stored once.
        came.stream()
                .map(VenueSessionCompatibilityKit::digits)
                .filter(trade -> !told.contains(trade))
                .distinct()
                .toList()
                .forEach(told::add);
        return told;
    }

    private static String digits(Trade trade) {
        return digits(new EmulatedFeed.Trade(
                trade.tradeId(),
                trade.side().name().toLowerCase(Locale.ROOT),
                trade.price().toPlainString(),
                trade.size().toPlainString(),
                0));
    }

    private static List<String> digits(List<EmulatedFeed.Trade> trades) {
        return trades.stream().map(VenueSessionCompatibilityKit::digits).toList();
    }

    private static String digits(EmulatedFeed.Trade trade) {
        return trade.id() + " " + trade.side() + " " + trade.price() + " " + trade.size();
    }

    /** Books made of what was published equal the venue's own. */
    private void booksEqualTheVenues() {
        if (!streamed(Kind.BOOK)) {
            return;
        }
        for (InstrumentId instrument : List.of(one, other)) {
            until("the book of " + instrument + " at a sequence that was published", () -> equalsTheVenues(instrument));
        }
    }

    private boolean equalsTheVenues(InstrumentId instrument) throws Exception {
        Optional<Decoded.BookUpdate> theirs = feed.venuesBook(instrument);
        return theirs.isPresent()
                ? equals(
                        instrument,
                        theirs.get().lastSequence(),
                        0,
                        theirs.get().bids(),
                        theirs.get().asks())
                : equalsAFreshOne(instrument);
    }

    /** Where a book comes by stream alone, another subscriber's first sight of it is the venue's own. */
    private boolean equalsAFreshOne(InstrumentId instrument) {
        PublishedEvents fresh = new PublishedEvents();
        Map<String, Object> settings = RunningFeed.settings(
                emulated.venue().feed(), List.of(instrument.symbol()), directory.resolve("fresh" + published.count()));
        settings.put("tapeline.collector.feeds." + emulated.venue().feed() + ".kinds", "book");
        try (RunningFeed probe =
                new RunningFeed(new HastenedVenue(emulated.venue(), NEVER, Duration.ZERO), fresh, settings)) {
            until("a fresh book", () -> !probe.of(Book.class, instrument).isEmpty());
            Book theirs = probe.of(Book.class, instrument).getFirst();
            return equals(instrument, theirs.sequence(), theirs.header().timestamp(), theirs.bids(), theirs.asks());
        }
    }

    private boolean equals(InstrumentId instrument, Long sequence, long time, Levels bids, Levels asks) {
        if (!datesBooks()) {
            RebuiltBook theirs = RebuiltBook.of(bids, asks);
            return comesTrue(() -> RebuiltBook.ever(theirs, feed.of(Book.class, instrument)));
        }
        until("a book of " + instrument + " as new", () -> feed.of(Book.class, instrument).stream()
                .anyMatch(book -> sharesBookSequences()
                        ? book.sequence() >= sequence
                        : book.header().timestamp() >= time));
        Optional<RebuiltBook> ours = RebuiltBook.after(
                book -> sharesBookSequences()
                        ? Objects.equals(book.sequence(), sequence)
                        : book.header().timestamp() == time,
                feed.of(Book.class, instrument));
        ours.ifPresent(book -> assertThat(book).isEqualTo(RebuiltBook.of(bids, asks)));
        return ours.isPresent();
    }

    /** Within two seconds. */
    private static boolean comesTrue(Callable<Boolean> condition) {
        try {
            Awaitility.await().atMost(Duration.ofSeconds(2)).until(condition);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private void everyGapIsClosed(Kind kind, InstrumentId instrument, GapState as) {
        everyGapIsClosed(kind, instrument, as, 0);
    }

    private void everyGapIsClosed(Kind kind, InstrumentId instrument, GapState as, int after) {
        until("gaps of " + kind + " " + instrument + " " + as, () -> {
            List<Gap> gaps = feed.gaps(after, kind, instrument);
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
        assertThat(published.of(Trade.class)).noneMatch(t -> t.header().origin() == Origin.REPAIR);
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
        everyGapIsClosed(Kind.TRADE, one, end(Kind.TRADE));
        everyGapIsClosed(Kind.CANDLE, one, end(Kind.CANDLE));
        if (streamed(Kind.BOOK)) {
            assertThat(feed.gaps(before, Kind.BOOK, one)).extracting(Gap::cause).containsOnly("disconnect");
            assertThat(feed.statuses(before, one, Kind.BOOK))
                    .extracting(FeedStatus::state)
                    .containsExactly(FeedState.RESYNCING, FeedState.LIVE);
        }
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
        everyGapIsClosed(Kind.TRADE, one, end(Kind.TRADE));
        if (!replayed(Kind.TRADE)) {
            assertThat(feed.gaps(before, Kind.TRADE, one))
                    .extracting(Gap::cause)
                    .containsOnly("stale");
        }
        assertThat(published.of(FeedStatus.class, before))
                .as("nothing else changed")
                .allMatch(s -> s.instrumentId().equals(one)
                        && stream(one, Kind.TRADE).kinds().contains(s.stream()));
        assertThat(feed.counted("tapeline.session.reconnects")).isZero();
    }

    @Test
    void aHoleInASequenceResyncsThatBookAloneAndSaysSoFirst() {
        startAndAwaitEverything();
        int before = published.count();
        if (!streamed(Kind.BOOK)) {
            assertThat(emulated.venue().books()).isEmpty();
            return;
        }
        emulated.order(Order.of("SKIP").stream(stream(one, Kind.BOOK)).times(1));
        if (!noticesLostBookChanges()) {
            int then = published.count();
            until("the book goes on", () -> published.of(Book.class, then).stream()
                    .anyMatch(Book::snapshot));
            booksEqualTheVenues();
            return;
        }
        until("in sync again", () -> said(before, one, Kind.BOOK, FeedState.LIVE));
        assertThat(feed.statuses(before, one, Kind.BOOK))
                .extracting(FeedStatus::state)
                .containsExactly(FeedState.RESYNCING, FeedState.LIVE);
        if (!tellsWhoseFrameIsLost()) {
            booksEqualTheVenues();
            return;
        }
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
        if (!numbered()) {
            until("a watermark", () -> published.of(Watermark.class).stream()
                    .anyMatch(mark -> mark.stream() == Kind.TRADE));
            assertThat(published.of(Watermark.class))
                    .filteredOn(mark -> mark.stream() == Kind.TRADE)
                    .as("nothing is called verified where a loss does not show")
                    .noneMatch(mark -> mark.assurance() == Assurance.VERIFIED);
            return;
        }
        emulated.order(Order.of("SKIP").stream(stream(one, Kind.TRADE)).times(3));
        until("a gap", () -> !feed.gaps(before, Kind.TRADE, one).isEmpty());
        everyTradeOnce(one);
        everyGapIsClosed(Kind.TRADE, one, end(Kind.TRADE));
        if (end(Kind.TRADE) != GapState.REPAIRED) {
            return;
        }
        assertThat(feed.gaps(before, Kind.TRADE, one))
                .filteredOn(g -> g.state() == GapState.OPEN)
                .allMatch(g -> g.missing() > 0 && g.cause().equals("sequence"));
        assertThat(feed.of(Trade.class, one))
                .anyMatch(t -> replayed(Kind.TRADE) || t.header().origin() == Origin.REPAIR);
        assertThat(feed.gaps(before, Kind.TRADE, other)).isEmpty();
    }

    @Test
    void framesOutOfOrderAndFramesThatComeTwiceNeitherLoseNorDouble() {
        startAndAwaitEverything();
        for (Kind kind : Stream.of(Kind.TRADE, Kind.BOOK, Kind.QUOTE)
                .filter(this::streamed)
                .toList()) {
            emulated.order(Order.of("REORDER").stream(stream(one, kind)).times(3));
            emulated.order(Order.of("DUPLICATE").stream(stream(other, kind)).times(5));
        }
        int before = published.count();
        until("some time", () -> feed.of(Trade.class, one).size() > 25 && published.count() > before + 100);
        everyTradeOnce(one);
        everyTradeOnce(other);
        everyGapIsClosed(Kind.TRADE, one, end(Kind.TRADE));
        assertThat(feed.gaps(0, Kind.TRADE, other)).isEmpty();
        noQuoteTwice(other);
        booksEqualTheVenues();
    }

    private void noQuoteTwice(InstrumentId instrument) {
        assertThat(feed.of(Quote.class, instrument).stream()
                        .map(Quote::sequence)
                        .filter(Objects::nonNull))
                .doesNotHaveDuplicates();
    }

    @Test
    void framesThatAreNoMessagesStopNothing() {
        startAndAwaitEverything();
        int before = published.count();
        for (String kind : List.of("MALFORMED", "TRUNCATED", "UNKNOWN_EVENT")) {
            emulated.order(Order.of(kind).stream(stream(one, Kind.TRADE)).times(2));
            if (streamed(Kind.BOOK)) {
                emulated.order(Order.of(kind).stream(stream(one, Kind.BOOK)).times(1));
            }
        }
        if (streamed(Kind.BOOK) && noticesLostBookChanges()) {
            until("the book is in sync again", () -> said(before, one, Kind.BOOK, FeedState.LIVE));
        }
        emulated.order(Order.of("OVERSIZED").stream(stream(one, Kind.TRADE)).times(1));
        int after = published.count();
        until("trades go on", () -> published.of(Trade.class, after).size() > 20);
        feed.awaitEverything(assets, after);
        everyTradeOnce(one);
        everyTradeOnce(other);
        everyGapIsClosed(Kind.TRADE, one, end(Kind.TRADE));
        booksEqualTheVenues();
    }

    @Test
    void aSubscriptionThatIsRefusedCostsNoOther() {
        emulated.order(new Order("REJECT_SUBSCRIPTION", refusedStream(), null, null, null, 0L, null));
        start(NEVER, Duration.ZERO);
        VenueStream refused = stream(one, Kind.TRADE);
        assertThat(refused.name()).isEqualTo(refusedStream());
        until("refused is said", () -> said(0, one, Kind.TRADE, FeedState.DOWN));
        Set<String> ofThat =
                refused.kinds().stream().map(kind -> kind + " " + one).collect(Collectors.toSet());
        until("the others deliver", () -> Set.copyOf(feed.missing(assets, 0)).equals(ofThat));
        until("live", () -> feed.state() == FeedState.LIVE);
        assertThat(feed.statuses(0, one, Kind.TRADE).getLast().reason()).startsWith("refused");
        assertThat(feed.counted("tapeline.session.reconnects")).isZero();
    }

    /** Name of the stream that brings the trades of the first asset. */
    protected abstract String refusedStream();

    @Test
    void aVenueThatSaysTooManyIsLeftAloneForAsLongAsItSays() {
        startAndAwaitEverything();
        for (int status : tooManyRequests()) {
            emulated.order(Order.of("HTTP_STATUS").status(status).amount(2).times(1));
            emulated.order(Order.of("SKIP").stream(stream(one, Kind.TRADE)).times(1));
            emulated.order(Order.of("DISCONNECT"));
            until("asked again after " + status, () -> answeredAfter(status));
        }
        feed.awaitEverything(assets, published.count());
        everyTradeOnce(one);
        List<EmulatedFeed.Request> requests = emulated.requests();
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

    private boolean answeredAfter(int status) {
        List<EmulatedFeed.Request> requests = emulated.requests();
        List<Integer> all = requests.stream().map(EmulatedFeed.Request::status).toList();
        int refused = all.lastIndexOf(status);
        return refused >= 0 && all.subList(refused, all.size()).contains(200);
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
                .filter(call ->
                        URI.create(request.target()).getPath().equals(call.uri().getPath()))
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
                .isSubsetOf(FeedState.LIVE, FeedState.OFF);
        noQuoteTwice(one);
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
        if (numbered()) {
            emulated.order(Order.of("SKIP").stream(stream(one, Kind.TRADE)).times(1));
            until("a gap", () -> !feed.gaps(0, Kind.TRADE, one).isEmpty());
            everyTradeOnce(one);
            everyGapIsClosed(Kind.TRADE, one, end(Kind.TRADE));
        }
        everyTradeOnce(other);
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
        everyTrade(one, this::storedOnce);
        everyTrade(other, this::storedOnce);
        everyGapIsClosed(Kind.TRADE, one, end(Kind.TRADE));
        for (Kind kind : Stream.of(Kind.TRADE, Kind.BOOK, Kind.CANDLE)
                .filter(kind -> streamed(kind) && !replayed(kind))
                .toList()) {
            assertThat(feed.gaps(before, kind, one))
                    .as("gaps of %s", kind)
                    .isNotEmpty()
                    .allMatch(g -> g.cause().equals("down"));
        }
        booksEqualTheVenues();
    }
}
