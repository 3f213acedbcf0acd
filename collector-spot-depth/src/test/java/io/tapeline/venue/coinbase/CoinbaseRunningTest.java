package io.tapeline.venue.coinbase;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapeline.collector.venue.EmulatedFeed.Order;
import io.tapeline.collector.venue.PublishedEvents;
import io.tapeline.collector.venue.RunningFeed;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.GapState;
import io.tapeline.model.event.InstrumentListed;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.venue.testing.EmulatedHost;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this venue promises beyond others while it runs. */
class CoinbaseRunningTest {
    private static final InstrumentId BITCOIN = CoinbaseVenue.instrument("BTC-USD");

    @TempDir
    Path directory;

    private final PublishedEvents published = new PublishedEvents();
    private EmulatedHost host;
    private RunningFeed feed;

    private void start(CoinbaseSettings.Credentials credentials, List<String> assets) {
        host = EmulatedHost.start(
                "coinbase",
                (rest, ws) -> new CoinbaseVenue(CoinbaseSettings.of(rest, ws, credentials), Clock.systemUTC()),
                false);
        Venue venue = host.venue();
        feed = new RunningFeed(venue, published, RunningFeed.settings("coinbase", assets, directory));
    }

    @AfterEach
    void stop() {
        feed.close();
        host.close();
    }

    @Test
    void aLostTradeThatNoOtherFollowsShowsByTheHeartbeatsAndIsFetched() {
        start(CoinbaseSettings.Credentials.NONE, List.of("BTC"));
        until("trades", () -> feed.of(Trade.class, BITCOIN).size() > 3);
        host.order(new Order("STOP", "matches:BTC-USD", null, null, null, null, null));
        int before = published.count();
        await("a gap that is filled").atMost(Duration.ofMinutes(1)).until(() -> published.of(Gap.class, before).stream()
                .anyMatch(gap -> gap.stream() == Kind.TRADE && gap.state() == GapState.REPAIRED));
        assertThat(published.of(Trade.class, before)).isNotEmpty();
    }

    @Test
    void withAKeyBooksComeByTheFullChannel() {
        start(CoinbaseReading.KEY, List.of("BTC"));
        until(
                "a book, trades and quotes",
                () -> !feed.of(Book.class, BITCOIN).isEmpty()
                        && !feed.of(Trade.class, BITCOIN).isEmpty()
                        && !feed.of(Quote.class, BITCOIN).isEmpty());
        assertThat(host.emulator().ledger().produced("coinbase", "BTC-USD", "book"))
                .isNotEmpty();
    }

    @Test
    void productsThatAreNotListedAreSkippedAndTheRestGoesOn() {
        start(CoinbaseSettings.Credentials.NONE, List.of("NONE-USD", "ETH/USD", "BTC-USD"));
        until(
                "two pairs",
                () -> published.of(Trade.class).stream()
                                .map(trade -> trade.instrumentId().symbol())
                                .distinct()
                                .count()
                        == 2);
        assertThat(published.of(InstrumentListed.class))
                .extracting(listed -> listed.instrument().symbol())
                .doesNotContain("NONE-USD");
    }
}
