package io.tapeline.venue.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.GapState;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a running feed promises, on windows of half a day. The kit for sessions tells trades apart by their ids, of which
 * this venue has none.
 */
class PolymarketSessionTest {
    @TempDir
    Path directory;

    private TestWindows windows = new TestWindows();

    @AfterEach
    void close() {
        windows.close();
    }

    private void follow(Duration lifetime) {
        windows.follow(directory, "BTC", "12h", 1, lifetime);
    }

    private void followAndAwaitEverything() {
        follow(Duration.ZERO);
        TestWindows.until("both tokens of both windows deliver", () -> delivers(0));
    }

    private boolean delivers(int after) {
        return windows.feed().state() == FeedState.LIVE
                && windows.tokens().size() == 4
                && windows.tokens().stream()
                        .allMatch(token -> came(after, token, Book.class)
                                && came(after, token, Trade.class)
                                && came(after, token, Quote.class));
    }

    private boolean came(int after, Instrument token, Class<?> type) {
        return windows.published.after(after).stream()
                .anyMatch(
                        event -> type.isInstance(event) && event.instrumentId().equals(token.id()));
    }

    private List<FeedStatus> statuses(int after, Predicate<FeedStatus> wanted) {
        return windows.published.of(FeedStatus.class, after).stream()
                .filter(wanted)
                .toList();
    }

    private Instrument one() {
        return windows.tokens().getFirst();
    }

    /** Made of what was published until now, or soon after, it is what the venue has now. */
    private void booksEqualTheVenues() {
        for (Instrument token : windows.tokens()) {
            TestWindows.until("the book of " + token.unifiedSymbol(), () -> {
                OwnBook theirs = windows.venuesBook(token);
                List<Book> events = windows.of(Book.class, token);
                for (int last = Math.max(1, events.size() - 40); last <= events.size(); last++) {
                    if (OwnBook.of(events.subList(0, last)).equals(theirs)) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    @Test
    void everythingOfBothTokensIsCollectedWithoutAGap() {
        followAndAwaitEverything();
        booksEqualTheVenues();
        assertThat(windows.published.of(Gap.class)).isEmpty();
        assertThat(windows.published.of(Trade.class))
                .allMatch(trade -> trade.metadata().containsKey("outcome")
                        && trade.valueUsd() != null
                        && trade.header().origin() == Origin.LIVE);
    }

    @Test
    void aSocketThatAcceptsEverythingAndSaysNothingIsAFaultThatIsMended() {
        windows.fault(Fault.of(FaultKind.STOP).prefix("polymarket"));
        follow(Duration.ZERO);
        TestWindows.until(
                "every token is stale",
                () -> windows.tokens().size() == 4
                        && windows.tokens().stream()
                                .allMatch(token -> windows.said(token, Kind.BOOK, FeedState.STALE)));
        TestWindows.until(
                "another connection is tried",
                () -> !statuses(0, status -> "c2".equals(status.connection())).isEmpty()
                        || windows.feed().counted("tapeline.session.replaced") > 0
                        || windows.feed().counted("tapeline.session.reconnects") > 0);
        windows.endFaults();
        TestWindows.until("all of it flows", () -> delivers(0));
        booksEqualTheVenues();
    }

    @Test
    void aTokenThatFreezesIsNoticedAndItsTradesAreReadAfterwards() {
        followAndAwaitEverything();
        Instrument frozen = one();
        int before = windows.published.count();
        windows.fault(Fault.of(FaultKind.STOP).prefix("polymarket").stream("*" + frozen.symbol()));
        TestWindows.until("stale is said", () -> !statuses(
                        before,
                        status -> status.instrumentId().equals(frozen.id()) && status.state() == FeedState.STALE)
                .isEmpty());
        windows.endFaults();
        TestWindows.until("its trades are complete again", () -> windows.gaps(Kind.TRADE).stream()
                .anyMatch(gap -> gap.instrumentId().equals(frozen.id()) && gap.state() == GapState.REPAIRED));
        everyTradeIsThere(frozen);
        booksEqualTheVenues();
    }

    @Test
    void afterALostConnectionEverythingIsSubscribedAgainAndTradesAreReadAfterwards() {
        followAndAwaitEverything();
        int before = windows.published.count();
        windows.fault(Fault.of(FaultKind.DISCONNECT).prefix("polymarket"));
        TestWindows.until("down is said", () -> !statuses(
                        before, status -> status.state() == FeedState.DOWN && status.connection() != null)
                .isEmpty());
        TestWindows.until("all of it flows", () -> delivers(before));
        TestWindows.until(
                "gaps in trades are closed",
                () -> windows.gaps(Kind.TRADE).stream()
                                .filter(gap -> gap.state() == GapState.REPAIRED)
                                .count()
                        >= 4);
        windows.tokens().forEach(this::everyTradeIsThere);
        booksEqualTheVenues();
    }

    /** From the first that was published on, each as often as it was made. */
    private void everyTradeIsThere(Instrument token) {
        TestWindows.until("every trade of " + token.unifiedSymbol(), () -> {
            List<String> came = windows.publishedTrades(token).stream().sorted().toList();
            List<String> made = windows.madeTrades(token);
            for (int from = 0; from <= made.size() - came.size(); from++) {
                if (made.subList(from, from + came.size()).stream()
                        .sorted()
                        .toList()
                        .equals(came)) {
                    return from + came.size() >= made.size() - 3;
                }
            }
            return false;
        });
    }

    /** Hardly anything is traded, or the book that follows each trade would mend what is wrong. */
    @Test
    void aBookThatLacksChangesIsFoundOutByTheBestPricesAndFetchedAnew() {
        windows.close();
        windows = new TestWindows(0.01);
        follow(Duration.ZERO);
        TestWindows.until(
                "books",
                () -> windows.tokens().size() == 4
                        && windows.tokens().stream().allMatch(token -> came(0, token, Book.class)));
        int before = windows.published.count();
        AtomicInteger looks = new AtomicInteger();
        TestWindows.until("resyncing is said, and live after it", () -> {
            List<FeedState> states = statuses(before, status -> status.stream() == Kind.BOOK).stream()
                    .map(FeedStatus::state)
                    .toList();
            // Now and then all that was lost lies deep in the book.
            if (states.isEmpty() && looks.getAndIncrement() % 50 == 0) {
                windows.fault(Fault.of(FaultKind.SKIP).prefix("polymarket").stream(one().symbol())
                        .times(40));
            }
            return states.contains(FeedState.RESYNCING) && states.getLast() == FeedState.LIVE;
        });
        assertThat(statuses(before, status -> status.state() == FeedState.RESYNCING))
                .extracting(FeedStatus::reason)
                .containsOnly("the best prices are not those that the venue says");
        booksEqualTheVenues();
    }

    @Test
    void aConnectionIsReplacedBeforeItsTimeIsUpAndNothingIsLostOrTwice() {
        follow(Duration.ofSeconds(4));
        TestWindows.until("both tokens of both windows deliver", () -> delivers(0));
        TestWindows.until(
                "two connections were replaced",
                () -> statuses(0, status -> status.state() == FeedState.OFF && status.connection() != null)
                                .size()
                        >= 2);
        booksEqualTheVenues();
        assertThat(windows.published.of(Gap.class)).isEmpty();
        windows.tokens().forEach(this::everyTradeIsThere);
    }

    @Test
    void tradesFromBeforeTheFirstSubscriptionAreReadAfterwards() throws Exception {
        windows.open("BTC", "12h");
        TestWindows.until("some trades", () -> windows.madeTrades() > 30);
        windows.follow(directory, "BTC", "12h", 1, Duration.ZERO, 1);
        TestWindows.until("history", () -> windows.published.of(Trade.class).stream()
                .anyMatch(trade -> trade.header().origin() == Origin.BACKFILL));
        TestWindows.until("both tokens of both windows deliver", () -> delivers(0));
        for (Instrument token : windows.tokens()) {
            TestWindows.until("every trade of " + token.unifiedSymbol() + " from the first on", () -> {
                List<String> made = windows.madeTrades(token);
                List<String> came = windows.publishedTrades(token);
                return came.size() >= made.size() - 3
                        && made.stream().sorted().toList().containsAll(came)
                        && made.subList(0, Math.min(came.size(), made.size())).stream()
                                .sorted()
                                .toList()
                                .equals(came.stream().sorted().toList());
            });
        }
    }

    @Test
    void anOutcomeThatTheStreamDoesNotTellIsReadFromTheListing() {
        windows.fault(Fault.of(FaultKind.STOP).prefix("polymarket").stream("global"));
        windows.follow(directory, "BTC", "5s", 1, Duration.ZERO);
        TestWindows.until(
                "a window is settled",
                () -> !windows.published.of(Settlement.class).isEmpty());
        assertThat(windows.published.of(Settlement.class))
                .allMatch(settlement -> settlement.metadata().get("source").equals("gamma"));
    }

    @Test
    void whereNothingIsListedTheFeedSaysSoAndWaits() {
        windows.follow(directory, "NOSUCH", "12h", 1, Duration.ZERO);
        TestWindows.until("off is said", () -> windows.feed().state() == FeedState.OFF);
        assertThat(statuses(0, status -> status.state() == FeedState.OFF))
                .extracting(FeedStatus::reason)
                .containsOnly("nothing to collect");
    }
}
