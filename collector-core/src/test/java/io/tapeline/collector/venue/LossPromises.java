package io.tapeline.collector.venue;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.EmulatedFeed.Order;
import io.tapeline.model.event.Assurance;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.GapState;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Watermark;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is lost on the way is noticed, said and, where the venue keeps it, fetched. */
interface LossPromises {
    VenueTrial trial();

    @Test
    default void aHoleInASequenceResyncsThatBookAloneAndSaysSoFirst() {
        VenueTrial trial = trial();
        trial.startAndAwaitEverything();
        int before = trial.published().count();
        if (!trial.streamed(Kind.BOOK)) {
            assertThat(trial.venue().books()).isEmpty();
            return;
        }
        trial.disturb(Order.of("SKIP").times(1), Kind.BOOK);
        if (trial.traits().noticesLostBookChanges()) {
            bookIsResynced(trial, before);
        } else {
            int then = trial.published().count();
            until("the book goes on", () -> trial.published().of(Book.class, then).stream()
                    .anyMatch(Book::snapshot));
        }
        trial.booksEqualTheVenues();
    }

    private static void bookIsResynced(VenueTrial trial, int before) {
        until("in sync again", () -> trial.said(before, trial.one(), Kind.BOOK, FeedState.LIVE));
        assertThat(trial.feed().statuses(before, trial.one(), Kind.BOOK))
                .extracting(FeedStatus::state)
                .containsExactly(FeedState.RESYNCING, FeedState.LIVE);
        if (!trial.traits().tellsWhoseFrameIsLost()) {
            return;
        }
        assertThat(trial.feed().statuses(before, trial.other(), Kind.BOOK)).isEmpty();
        assertThat(trial.feed().gaps(before, Kind.BOOK, trial.one()))
                .extracting(Gap::state)
                .containsExactly(GapState.OPEN, GapState.UNRECOVERABLE);
        assertThat(trial.feed().gaps(before, Kind.BOOK, trial.other())).isEmpty();
        assertThat(beginsAnewAfterResyncing(trial, before))
                .as("the first of the book after it lost sync")
                .isTrue();
    }

    /** Whether the book event that follows the word that it is out of sync is a snapshot. */
    private static boolean beginsAnewAfterResyncing(VenueTrial trial, int before) {
        boolean resyncing = false;
        for (MarketEvent event : trial.published().after(before)) {
            if (event instanceof FeedStatus s && s.state() == FeedState.RESYNCING) {
                resyncing = true;
            } else if (resyncing && event instanceof Book b && b.instrumentId().equals(trial.one())) {
                return b.snapshot();
            }
        }
        return false;
    }

    @Test
    default void skippedTradesAreAGapThatIsRepaired() {
        VenueTrial trial = trial();
        trial.startAndAwaitEverything();
        int before = trial.published().count();
        if (!trial.numbered()) {
            tradesAreNotCalledVerified(trial);
            return;
        }
        trial.disturb(Order.of("SKIP").times(3), Kind.TRADE);
        until("a gap", () -> !trial.feed().gaps(before, Kind.TRADE, trial.one()).isEmpty());
        trial.everyTradeOnce(trial.one());
        trial.everyGapIsClosed(Kind.TRADE);
        if (trial.end(Kind.TRADE) != GapState.REPAIRED) {
            return;
        }
        assertThat(trial.feed().gaps(before, Kind.TRADE, trial.one()))
                .filteredOn(g -> g.state() == GapState.OPEN)
                .allMatch(g -> g.missing() > 0 && g.cause().equals("sequence"));
        assertThat(trial.feed().of(Trade.class, trial.one()))
                .anyMatch(t -> trial.replayed(Kind.TRADE) || t.header().origin() == Origin.REPAIR);
        assertThat(trial.feed().gaps(before, Kind.TRADE, trial.other())).isEmpty();
    }

    private static void tradesAreNotCalledVerified(VenueTrial trial) {
        until("a watermark", () -> trial.published().of(Watermark.class).stream()
                .anyMatch(mark -> mark.stream() == Kind.TRADE));
        assertThat(trial.published().of(Watermark.class))
                .filteredOn(mark -> mark.stream() == Kind.TRADE)
                .as("nothing is called verified where a loss does not show")
                .noneMatch(mark -> mark.assurance() == Assurance.VERIFIED);
    }

    @Test
    default void theTimeTheProcessWasDownIsAGapThatIsRepaired() {
        VenueTrial trial = trial();
        trial.startAndAwaitEverything();
        trial.feed().close();
        int before = trial.published().count();
        int produced = trial.emulated().trades(trial.one()).size();
        until(
                "trades while nobody listens",
                () -> trial.emulated().trades(trial.one()).size() > produced + 5);
        trial.startAndAwaitEverything();
        trial.awaitEverything(before);
        trial.everyTradeStoredOnce(trial.one(), trial.other());
        trial.everyGapIsClosed(Kind.TRADE);
        for (Kind kind : missed(trial)) {
            assertThat(trial.feed().gaps(before, kind, trial.one()))
                    .as("gaps of %s", kind)
                    .isNotEmpty()
                    .allMatch(g -> g.cause().equals("down"));
        }
        trial.booksEqualTheVenues();
    }

    /** Kinds that a process which was down has missed some of. */
    private static List<Kind> missed(VenueTrial trial) {
        return Stream.of(Kind.TRADE, Kind.BOOK, Kind.CANDLE)
                .filter(kind -> trial.streamed(kind) && !trial.replayed(kind))
                .toList();
    }
}
