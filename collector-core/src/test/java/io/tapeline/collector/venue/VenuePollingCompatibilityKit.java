package io.tapeline.collector.venue;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.EmulatedFeed.Order;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.GapState;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Trade;
import io.tapeline.model.identity.EventIdentity;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every feed promises that lives by regular readings alone, shown against its emulated venue: the counterpart of
 * {@link VenueSessionCompatibilityKit}. The emulated feed's adapter must be set to read often, about once a second.
 */
public abstract class VenuePollingCompatibilityKit {
    /** Nothing listens there. */
    protected static final String NOBODY = "http://127.0.0.1:1";

    @TempDir
    Path directory;

    private EmulatedFeed emulated;
    private RunningFeed feed;
    private PublishedEvents published;

    /** Starts an emulated venue. */
    protected abstract EmulatedFeed emulate();

    /** The adapter with a dead host before those of the emulator, see {@link #NOBODY}; empty where there is one host. */
    protected abstract Optional<Venue> firstHostDown(EmulatedFeed emulatedVenue);

    /** Kinds that are published when they change, and not at every reading. */
    protected Set<Kind> toldWhenChanged() {
        return Set.of(Kind.INSTRUMENT, Kind.FUNDING_RATE, Kind.CANDLE, Kind.SETTLEMENT);
    }

    @BeforeEach
    void startVenue() {
        emulated = emulate();
        published = new PublishedEvents();
    }

    @AfterEach
    void stop() {
        if (feed != null) {
            feed.close();
        }
        emulated.close();
    }

    private void start(Venue venue) {
        Map<String, Object> settings = RunningFeed.settings(venue.feed(), emulated.assets(), directory);
        settings.put("tapeline.collector.session.switched-off-for", "1s");
        settings.put("tapeline.collector.rest.tries", 4);
        feed = new RunningFeed(venue, published, settings);
    }

    private void startAndAwaitEverything() {
        start(emulated.venue());
        awaitEverything(0);
    }

    private void awaitEverything(int after) {
        until("live", () -> feed.state() == FeedState.LIVE);
        until("everything delivers", () -> missing(after).isEmpty());
    }

    /** Kinds that no instrument has had since so many events. */
    private Set<Kind> missing(int after) {
        Set<Kind> due = new HashSet<>(emulated.venue().kinds());
        if (after > 0) {
            due.removeAll(toldWhenChanged());
        }
        published.after(after).stream().map(MarketEvent::kind).forEach(due::remove);
        return due;
    }

    private List<InstrumentId> instruments() {
        return feed.instruments(emulated.assets()).stream()
                .map(Instrument::id)
                .filter(id -> id.market() == emulated.venue().primaryMarket())
                .toList();
    }

    private InstrumentId whole() {
        return InstrumentId.wholeFeed(
                emulated.venue().exchange(), emulated.venue().primaryMarket());
    }

    private List<FeedState> statesOfFeed(int after) {
        return published.of(FeedStatus.class, after).stream()
                .filter(s -> s.connection() == null
                        && s.stream() == null
                        && s.instrumentId().equals(whole()))
                .map(FeedStatus::state)
                .toList();
    }

    /** What the ledger has was published, digit for digit; what was published twice has one identity and is stored once. */
    private void everyTradeIsStoredOnce() {
        if (!emulated.venue().kinds().contains(Kind.TRADE)) {
            return;
        }
        for (InstrumentId instrument : instruments()) {
            List<EmulatedFeed.Trade> produced = emulated.trades(instrument).stream()
                    .map(VenuePollingCompatibilityKit::timeless)
                    .toList();
            until(
                    "every trade of " + instrument,
                    () -> trades(instrument).values().containsAll(produced));
            Set<String> known = emulated.trades(instrument).stream()
                    .map(EmulatedFeed.Trade::id)
                    .collect(Collectors.toSet());
            assertThat(trades(instrument).values())
                    .extracting(EmulatedFeed.Trade::id)
                    .isSubsetOf(known)
                    .doesNotHaveDuplicates();
        }
    }

    private Map<EventIdentity, EmulatedFeed.Trade> trades(InstrumentId instrument) {
        return feed.of(Trade.class, instrument).stream()
                .collect(Collectors.toMap(EventIdentity::of, VenuePollingCompatibilityKit::trade, (one, same) -> one));
    }

    private static EmulatedFeed.Trade trade(Trade t) {
        return new EmulatedFeed.Trade(
                t.tradeId(),
                t.side().name().toLowerCase(Locale.ROOT),
                t.price().toPlainString(),
                t.size().toPlainString(),
                0);
    }

    /** A venue may round the time of its trades. */
    private static EmulatedFeed.Trade timeless(EmulatedFeed.Trade t) {
        return new EmulatedFeed.Trade(t.id(), t.side(), t.price(), t.size(), 0);
    }

    private void everyGapIsClosed(int after) {
        until("every gap is closed", () -> {
            List<Gap> gaps = published.of(Gap.class, after);
            return gaps.stream().filter(g -> g.state() == GapState.OPEN).count()
                    == gaps.stream().filter(g -> g.state() != GapState.OPEN).count();
        });
    }

    /** A venue that fails until it is said to be down, and for a while longer. */
    private void outage(Order order, FeedState state) {
        int before = published.count();
        emulated.order(order);
        until("the feed is " + state, () -> feed.state() == state);
        int requests = emulated.requests().size();
        until("it is asked again and again", () -> emulated.requests().size() > requests + 3);
        int after = published.count();
        emulated.endFaults();
        awaitEverything(after);
        assertThat(statesOfFeed(before)).containsExactly(state, FeedState.LIVE);
    }

    @Test
    void everythingThatIsReadDelivers() {
        startAndAwaitEverything();
        assertThat(statesOfFeed(0)).containsExactly(FeedState.CONNECTING, FeedState.LIVE);
        everyTradeIsStoredOnce();
        assertThat(published.of(Gap.class)).as("gaps of an undisturbed feed").isEmpty();
        assertThat(published.of(Trade.class)).extracting(EventIdentity::of).doesNotHaveDuplicates();
    }

    @Test
    void aVenueThatAnswersNothingIsDownAndTheTimeIsAGap() {
        startAndAwaitEverything();
        int before = published.count();
        outage(Order.of("HTTP_STATUS").status(503), FeedState.DOWN);
        everyTradeIsStoredOnce();
        everyGapIsClosed(before);
        List<Gap> gaps = published.of(Gap.class, before);
        assertThat(gaps).isNotEmpty().allMatch(gap -> gap.cause().equals("disconnect"));
        assertThat(gaps)
                .filteredOn(gap -> gap.stream() == Kind.TRADE && gap.state() != GapState.OPEN)
                .allMatch(gap -> gap.state() == GapState.REPAIRED);
    }

    @Test
    void aVenueThatFailsAtFirstIsAskedAgainUntilItAnswers() {
        emulated.order(Order.of("HTTP_STATUS").status(503).times(3));
        startAndAwaitEverything();
        assertThat(emulated.requests()).extracting(EmulatedFeed.Request::status).contains(503);
        everyTradeIsStoredOnce();
    }

    @Test
    void aVenueThatSaysTooManyIsLeftAloneForAsLongAsItSays() {
        startAndAwaitEverything();
        emulated.order(Order.of("HTTP_STATUS").status(429).amount(2).times(1));
        until("refused", () -> refused().isPresent());
        EmulatedFeed.Request refused = refused().orElseThrow();
        String budget = budget(refused);
        until("asked again", () -> emulated.requests().stream()
                .anyMatch(r -> r.time() >= refused.time() + 1_900 && budget(r).equals(budget)));
        assertThat(emulated.requests())
                .filteredOn(r -> r.time() > refused.time() + 500 && r.time() < refused.time() + 1_900)
                .filteredOn(r -> budget(r).equals(budget))
                .as("asked while closed by %s", refused)
                .isEmpty();
        awaitEverything(published.count());
        everyTradeIsStoredOnce();
    }

    private Optional<EmulatedFeed.Request> refused() {
        return emulated.requests().stream().filter(r -> r.status() == 429).findFirst();
    }

    /** The budget that a request draws on: of the poll that asks for that path. */
    private String budget(EmulatedFeed.Request request) {
        VenueRest rest = emulated.venue().rest();
        List<Instrument> live = feed.instruments(emulated.assets());
        return rest.polls(live, emulated.venue().kinds()).stream()
                .map(poll -> poll.call().apply(VenuePayload.RECEIVED))
                .filter(call -> request.target().startsWith(call.uri().getPath()))
                .map(RestCall::budget)
                .findFirst()
                .orElse("");
    }

    @Test
    void whileAHostIsDownTheNextIsAskedAndTheDataGoOn() {
        Optional<Venue> venue = firstHostDown(emulated);
        if (venue.isEmpty()) {
            // A venue with one host has nowhere to turn.
            return;
        }
        start(venue.get());
        awaitEverything(0);
        everyTradeIsStoredOnce();
    }

    @Test
    void aVenueThatDoesNotServeThisPlaceIsOffAndAskedAgainLater() {
        emulated.order(Order.of("HTTP_STATUS").status(451));
        start(emulated.venue());
        until("off", () -> feed.state() == FeedState.OFF);
        assertThat(published.of(FeedStatus.class))
                .filteredOn(s -> s.state() == FeedState.OFF)
                .first()
                .satisfies(s -> assertThat(s.reason()).contains("HTTP 451"));
        emulated.endFaults();
        awaitEverything(0);
        outage(Order.of("HTTP_STATUS").status(403), FeedState.OFF);
        everyTradeIsStoredOnce();
    }

    @Test
    void answersThatEndInTheMiddleAreNoEventsAndCostNone() {
        startAndAwaitEverything();
        int before = published.count();
        outage(Order.of("HTTP_TRUNCATED"), FeedState.DOWN);
        everyTradeIsStoredOnce();
        everyGapIsClosed(before);
    }

    @Test
    void aClockThatIsFarAheadCostsNoEvent() {
        emulated.order(Order.of("WRONG_CLOCK").millis(3_600_000));
        startAndAwaitEverything();
        assertThat(feed.counted("tapeline.odd.times")).isPositive();
    }

    @Test
    void theTimeTheProcessWasDownIsAGapAndNothingIsStoredTwice() {
        startAndAwaitEverything();
        // Positions are saved every tenth of a second, and when the feed stops.
        feed.close();
        int before = published.count();
        int requests = emulated.requests().size();
        long stopped = System.nanoTime();
        until("some seconds pass", () -> System.nanoTime() - stopped > 4_000_000_000L);
        assertThat(emulated.requests()).hasSize(requests);
        startAndAwaitEverything();
        awaitEverything(before);
        everyTradeIsStoredOnce();
        until("a gap", () -> !published.of(Gap.class, before).isEmpty());
        assertThat(published.of(Gap.class, before)).allMatch(gap -> gap.cause().equals("down"));
        everyGapIsClosed(before);
    }
}
