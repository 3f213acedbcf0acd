package io.tapeline.collector.venue;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.EmulatedFeed.Order;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Trade;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes is published once, whatever comes beside it. */
interface DeliveryPromises {
    VenueTrial trial();

    @Test
    default void everythingThatIsSubscribedDelivers() {
        VenueTrial trial = trial();
        trial.startAndAwaitEverything();
        trial.everyTradeOnce(trial.one(), trial.other());
        trial.booksEqualTheVenues();
        assertThat(trial.published().of(Gap.class))
                .as("gaps of an undisturbed feed")
                .isEmpty();
        assertThat(trial.published().of(Trade.class)).noneMatch(t -> t.header().origin() == Origin.REPAIR);
    }

    @Test
    default void framesOutOfOrderAndFramesThatComeTwiceNeitherLoseNorDouble() {
        VenueTrial trial = trial();
        trial.startAndAwaitEverything();
        Stream.of(Kind.TRADE, Kind.BOOK, Kind.QUOTE).filter(trial::streamed).forEach(kind -> {
            trial.emulated()
                    .order(Order.of("REORDER").stream(trial.stream(trial.one(), kind))
                            .times(3));
            trial.emulated()
                    .order(Order.of("DUPLICATE").stream(trial.stream(trial.other(), kind))
                            .times(5));
        });
        int before = trial.published().count();
        until(
                "some time",
                () -> trial.feed().of(Trade.class, trial.one()).size() > 25
                        && trial.published().count() > before + 100);
        trial.everyTradeOnce(trial.one(), trial.other());
        trial.everyGapIsClosed(Kind.TRADE);
        assertThat(trial.feed().gaps(0, Kind.TRADE, trial.other())).isEmpty();
        trial.noQuoteTwice(trial.other());
        trial.booksEqualTheVenues();
    }

    @Test
    default void framesThatAreNoMessagesStopNothing() {
        VenueTrial trial = trial();
        trial.startAndAwaitEverything();
        int before = trial.published().count();
        for (String kind : List.of("MALFORMED", "TRUNCATED", "UNKNOWN_EVENT")) {
            trial.disturb(Order.of(kind).times(2), Kind.TRADE);
            if (trial.streamed(Kind.BOOK)) {
                trial.disturb(Order.of(kind).times(1), Kind.BOOK);
            }
        }
        if (trial.streamed(Kind.BOOK) && trial.traits().noticesLostBookChanges()) {
            until("the book is in sync again", () -> trial.said(before, trial.one(), Kind.BOOK, FeedState.LIVE));
        }
        trial.disturb(Order.of("OVERSIZED").times(1), Kind.TRADE);
        int after = trial.published().count();
        until("trades go on", () -> trial.published().of(Trade.class, after).size() > 20);
        trial.awaitEverything(after);
        trial.everyTradeOnce(trial.one(), trial.other());
        trial.everyGapIsClosed(Kind.TRADE);
        trial.booksEqualTheVenues();
    }

    @Test
    default void aClockThatIsFarOffCostsNoEvent() {
        VenueTrial trial = trial();
        trial.emulated().order(Order.of("WRONG_CLOCK").millis(3_600_000));
        trial.startAndAwaitEverything();
        if (trial.numbered()) {
            trial.disturb(Order.of("SKIP").times(1), Kind.TRADE);
            until("a gap", () -> !trial.feed().gaps(0, Kind.TRADE, trial.one()).isEmpty());
            trial.everyTradeOnce(trial.one());
            trial.everyGapIsClosed(Kind.TRADE);
        }
        trial.everyTradeOnce(trial.other());
        trial.booksEqualTheVenues();
        assertThat(trial.feed().counted("tapeline.odd.times")).isPositive();
    }
}
