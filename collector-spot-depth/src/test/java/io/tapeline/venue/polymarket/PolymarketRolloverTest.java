package io.tapeline.venue.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.Book;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows of ten seconds that follow one another, through the emulator. */
class PolymarketRolloverTest {
    private static final long LENGTH = 10_000_000;
    private static final int WINDOWS = 3;

    @TempDir
    Path directory;

    private final TestWindows windows = new TestWindows();

    @AfterEach
    void close() {
        windows.close();
    }

    /** Tokens by the end of their window; the first window that was followed from its beginning comes first. */
    private List<List<Instrument>> whole(long since) {
        Map<Long, List<Instrument>> byEnd = windows.tokens().stream()
                .filter(token -> token.expiry() - LENGTH > since)
                .collect(Collectors.groupingBy(Instrument::expiry, TreeMap::new, Collectors.toList()));
        return byEnd.values().stream().limit(WINDOWS).toList();
    }

    private boolean isSettled(Instrument token) {
        return !windows.of(Settlement.class, token).isEmpty();
    }

    @Test
    void windowsAreFollowedOverTheirBoundariesWithBothBooksComplete() throws Exception {
        windows.follow(directory, "BTC", "10s", 2, Duration.ZERO);
        TestWindows.until("live", () -> windows.feed().state() == FeedState.LIVE);
        long since = windows.published.after(0).getLast().header().receivedAt();
        TestWindows.until("three windows are over", () -> {
            List<List<Instrument>> followed = whole(since);
            return followed.size() == WINDOWS
                    && followed.stream().allMatch(tokens -> tokens.size() == 2 && isSettled(tokens.getFirst()));
        });
        for (List<Instrument> tokens : whole(since)) {
            subscribedBeforeTheStartAndToTheEnd(tokens);
            bothBooksAreTheVenues(tokens);
            everyTradeCame(tokens);
            oneTokenWon(tokens);
        }
        TestWindows.until("the first is dropped", () -> whole(since).getFirst().stream()
                .allMatch(token -> windows.said(token, null, FeedState.OFF)));
        assertThat(windows.feed().state()).isEqualTo(FeedState.LIVE);
    }

    private void subscribedBeforeTheStartAndToTheEnd(List<Instrument> tokens) {
        for (Instrument token : tokens) {
            List<Book> books = windows.of(Book.class, token);
            assertThat(books.getFirst().snapshot()).isTrue();
            assertThat(books.getFirst().header().receivedAt()).isLessThan(token.expiry() - LENGTH);
            assertThat(windows.of(FeedStatus.class, token))
                    .filteredOn(status -> status.stream() == Kind.BOOK)
                    .as("the book is out of sync when its tick changes, and at no other time")
                    .allMatch(status -> status.state() == FeedState.LIVE
                            || (status.state() == FeedState.RESYNCING
                                    && status.reason().startsWith("the tick size")));
            assertThat(windows.of(Gap.class, token)).isEmpty();
        }
    }

    private void bothBooksAreTheVenues(List<Instrument> tokens) throws Exception {
        OwnBook up = OwnBook.of(windows.of(Book.class, tokens.getFirst()));
        OwnBook down = OwnBook.of(windows.of(Book.class, tokens.getLast()));
        assertThat(up.isEmpty()).isFalse();
        assertThat(up).isEqualTo(windows.venuesBook(tokens.getFirst()));
        assertThat(down).isEqualTo(windows.venuesBook(tokens.getLast())).isEqualTo(up.mirrored());
    }

    private void everyTradeCame(List<Instrument> tokens) {
        for (Instrument token : tokens) {
            List<String> made = windows.madeTrades(token);
            List<String> came = windows.publishedTrades(token);
            assertThat(came).isNotEmpty();
            assertThat(made).as("from the first that was heard on").endsWith(came.toArray(String[]::new));
        }
    }

    private void oneTokenWon(List<Instrument> tokens) {
        List<Settlement> settled = tokens.stream()
                .map(token -> windows.of(Settlement.class, token))
                .peek(one -> assertThat(one).hasSize(1))
                .map(List::getFirst)
                .toList();
        assertThat(settled).extracting(Settlement::price).containsExactlyInAnyOrder(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(settled)
                .allMatch(one -> one.header().timestamp() == tokens.getFirst().expiry());
    }
}
