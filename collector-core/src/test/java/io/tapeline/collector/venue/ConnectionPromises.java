package io.tapeline.collector.venue;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.EmulatedFeed.Order;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Connections and subscriptions that end, fall silent or are refused cost nothing but themselves. */
interface ConnectionPromises {
    VenueTrial trial();

    @Test
    default void afterALostConnectionEverythingIsSubscribedAgainAndNothingIsMissing() {
        VenueTrial trial = trial();
        trial.startAndAwaitEverything();
        int before = trial.published().count();
        trial.emulated().order(Order.of("DISCONNECT"));
        until("down is said", () -> trial.ofConnections(before).contains(FeedState.DOWN));
        trial.awaitEverything(before);
        trial.everyTradeOnce(trial.one(), trial.other());
        trial.everyGapIsClosed(Kind.TRADE);
        trial.everyGapIsClosed(Kind.CANDLE);
        if (trial.streamed(Kind.BOOK)) {
            assertThat(trial.feed().gaps(before, Kind.BOOK, trial.one()))
                    .extracting(Gap::cause)
                    .containsOnly("disconnect");
            assertThat(trial.feed().statuses(before, trial.one(), Kind.BOOK))
                    .extracting(FeedStatus::state)
                    .containsExactly(FeedState.RESYNCING, FeedState.LIVE);
        }
        trial.booksEqualTheVenues();
    }

    @Test
    default void aSilentStreamIsNoticedAndSubscribedAloneAgain() {
        VenueTrial trial = trial();
        trial.start(Duration.ofSeconds(3), Duration.ZERO);
        trial.awaitEverything(0);
        int before = trial.published().count();
        trial.disturb(Order.of("STOP"), Kind.TRADE);
        until("stale is said", () -> trial.said(before, trial.one(), Kind.TRADE, FeedState.STALE));
        trial.emulated().endFaults();
        until("live is said", () -> trial.said(before, trial.one(), Kind.TRADE, FeedState.LIVE));
        trial.everyTradeOnce(trial.one());
        trial.everyGapIsClosed(Kind.TRADE);
        if (!trial.replayed(Kind.TRADE)) {
            assertThat(trial.feed().gaps(before, Kind.TRADE, trial.one()))
                    .extracting(Gap::cause)
                    .containsOnly("stale");
        }
        Set<Kind> ofThat = trial.stream(trial.one(), Kind.TRADE).kinds();
        assertThat(trial.published().of(FeedStatus.class, before))
                .as("nothing else changed")
                .allMatch(s -> s.instrumentId().equals(trial.one()) && ofThat.contains(s.stream()));
        assertThat(trial.feed().counted("tapeline.session.reconnects")).isZero();
    }

    @Test
    default void aSubscriptionThatIsRefusedCostsNoOther() {
        VenueTrial trial = trial();
        String name = trial.traits().refusedStream();
        trial.emulated().order(new Order("REJECT_SUBSCRIPTION", name, null, null, null, 0L, null));
        trial.start();
        VenueStream refused = trial.stream(trial.one(), Kind.TRADE);
        assertThat(refused.name()).isEqualTo(name);
        until("refused is said", () -> trial.said(0, trial.one(), Kind.TRADE, FeedState.DOWN));
        Set<String> ofThat =
                refused.kinds().stream().map(kind -> kind + " " + trial.one()).collect(Collectors.toSet());
        until("the others deliver", () -> Set.copyOf(trial.feed().missing(trial.assets(), 0))
                .equals(ofThat));
        until("live", () -> trial.feed().state() == FeedState.LIVE);
        assertThat(trial.feed().statuses(0, trial.one(), Kind.TRADE).getLast().reason())
                .startsWith("refused");
        assertThat(trial.feed().counted("tapeline.session.reconnects")).isZero();
    }

    @Test
    default void aConnectionIsReplacedBeforeItsTimeIsUpWithoutAGap() {
        VenueTrial trial = trial();
        trial.start(VenueTrial.NEVER, Duration.ofSeconds(3));
        trial.awaitEverything(0);
        int before = trial.published().count();
        until(
                "every connection is replaced",
                () -> trial.ofConnections(before).stream()
                                .filter(state -> state == FeedState.OFF)
                                .count()
                        >= routes(trial));
        trial.awaitEverything(trial.published().count());
        trial.everyTradeOnce(trial.one(), trial.other());
        assertThat(trial.published().of(Gap.class)).isEmpty();
        assertThat(trial.published().of(FeedStatus.class, before))
                .extracting(FeedStatus::state)
                .as("states of connections")
                .isSubsetOf(FeedState.LIVE, FeedState.OFF);
        trial.noQuoteTwice(trial.one());
        trial.booksEqualTheVenues();
    }

    private static long routes(VenueTrial trial) {
        List<VenueStream> streams = trial.feed().streams(trial.assets());
        return streams.stream().map(VenueStream::route).distinct().count();
    }

    @Test
    default void aVenueThatGoesIntoMaintenanceIsReconnected() {
        VenueTrial trial = trial();
        trial.startAndAwaitEverything();
        int before = trial.published().count();
        trial.emulated().order(Order.of("SERVER_SHUTDOWN").millis(3_000));
        until("another connection", () -> trial.ofConnections(before).contains(FeedState.LIVE));
        trial.awaitEverything(trial.published().count());
        trial.everyTradeOnce(trial.one());
        trial.booksEqualTheVenues();
        if (trial.emulated().announcesItsEnd()) {
            assertThat(trial.published().of(Gap.class)).isEmpty();
        }
    }
}
