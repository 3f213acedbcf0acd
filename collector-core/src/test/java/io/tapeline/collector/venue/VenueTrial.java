package io.tapeline.collector.venue;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.GapState;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Quote;
import io.tapeline.model.instrument.InstrumentId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** An emulated venue, a feed that collects from it, and the words that promises are put in. */
final class VenueTrial implements AutoCloseable {
    static final Duration NEVER = Duration.ofHours(1);

    private final EmulatedFeed emulated;
    private final SessionTraits traits;
    private final Path directory;
    private final PublishedEvents published = new PublishedEvents();
    private RunningFeed feed;
    private InstrumentId one;
    private InstrumentId other;

    VenueTrial(EmulatedFeed emulated, SessionTraits traits, Path directory) {
        this.emulated = emulated;
        this.traits = traits;
        this.directory = directory;
    }

    /** Starts the feed, anew where one ran before. */
    void start() {
        start(NEVER, Duration.ZERO);
    }

    /**
     * As {@link #start()}.
     *
     * @param silence after which a stream is stale
     * @param lifetime of connections; zero: for ever
     */
    void start(Duration silence, Duration lifetime) {
        feed = new RunningFeed(
                HastenedVenue.of(venue(), silence, lifetime),
                published,
                RunningFeed.settings(venue().feed(), assets(), directory));
        until("instruments", () -> feed.instruments(assets()).size() >= assets().size());
        one = feed.instruments(assets()).getFirst().id();
        other = feed.instruments(assets()).getLast().id();
    }

    void startAndAwaitEverything() {
        start();
        awaitEverything(0);
    }

    /** Waits until every stream has delivered since so many events. */
    void awaitEverything(int after) {
        feed.awaitEverything(assets(), after);
    }

    EmulatedFeed emulated() {
        return emulated;
    }

    Venue venue() {
        return emulated.venue();
    }

    SessionTraits traits() {
        return traits;
    }

    Path directory() {
        return directory;
    }

    List<String> assets() {
        return emulated.assets();
    }

    PublishedEvents published() {
        return published;
    }

    RunningFeed feed() {
        return feed;
    }

    /** The first instrument that is collected. */
    InstrumentId one() {
        return one;
    }

    /** The last instrument that is collected. */
    InstrumentId other() {
        return other;
    }

    VenueStream stream(InstrumentId instrument, Kind kind) {
        return feed.streams(assets()).stream()
                .filter(s -> s.instrument().equals(instrument) && s.kinds().contains(kind))
                .findFirst()
                .orElseThrow();
    }

    boolean streamed(Kind kind) {
        return feed.streams(assets()).stream().anyMatch(stream -> stream.kinds().contains(kind));
    }

    /** Orders a fault for the stream that brings a kind of the first instrument. */
    void disturb(EmulatedFeed.Order order, Kind kind) {
        emulated.order(order.stream(stream(one, kind)));
    }

    /** What was said of connections since so many events. */
    List<FeedState> ofConnections(int after) {
        return published.of(FeedStatus.class, after).stream()
                .filter(status -> status.connection() != null)
                .map(FeedStatus::state)
                .toList();
    }

    /** Whether a state of a stream was said since so many events. */
    boolean said(int after, InstrumentId instrument, Kind kind, FeedState state) {
        return feed.statuses(after, instrument, kind).stream().anyMatch(s -> s.state() == state);
    }

    /** Whether a lost trade shows. */
    boolean numbered() {
        return venue().continuity(Kind.TRADE).consecutive();
    }

    /** Whether a stream that is asked for anew brings what was missed, as live as the rest of it. */
    boolean replayed(Kind kind) {
        return kind == Kind.TRADE && numbered() && venue().subscriptions().replays(kind);
    }

    /** How a gap of a kind ends: filled where the venue keeps what was missed. */
    GapState end(Kind kind) {
        VenueRest.Hole hole = new VenueRest.Hole(numbered() ? 5 : -1, numbered() ? 9 : -1, 1_000_000, 2_000_000);
        boolean fetched = !venue().rest().repair(kind, one, hole).isEmpty();
        return fetched || replayed(kind) ? GapState.REPAIRED : GapState.UNRECOVERABLE;
    }

    void everyTradeOnce(InstrumentId... instruments) {
        for (InstrumentId instrument : instruments) {
            new TradeAgreement(this).publishedOnce(instrument);
        }
    }

    /** As {@link #everyTradeOnce}, after a restart of the process. */
    void everyTradeStoredOnce(InstrumentId... instruments) {
        for (InstrumentId instrument : instruments) {
            new TradeAgreement(this).storedOnce(instrument);
        }
    }

    /** Books made of what was published equal the venue's own. */
    void booksEqualTheVenues() {
        if (streamed(Kind.BOOK)) {
            new BookAgreement(this).holds(List.of(one, other));
        }
    }

    void noQuoteTwice(InstrumentId instrument) {
        assertThat(feed.of(Quote.class, instrument).stream()
                        .map(Quote::sequence)
                        .filter(Objects::nonNull))
                .doesNotHaveDuplicates();
    }

    /** Waits until all gaps of the first instrument are closed as the venue lets them be. */
    void everyGapIsClosed(Kind kind) {
        GapState as = end(kind);
        until("gaps of " + kind + " " + one + " " + as, () -> {
            List<Gap> gaps = feed.gaps(0, kind, one);
            return gaps.stream().filter(g -> g.state() == as).count()
                    == gaps.stream().filter(g -> g.state() == GapState.OPEN).count();
        });
    }

    @Override
    public void close() {
        if (feed != null) {
            feed.close();
        }
        emulated.close();
    }
}
