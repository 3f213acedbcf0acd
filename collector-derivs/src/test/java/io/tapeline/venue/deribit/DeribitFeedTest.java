package io.tapeline.venue.deribit;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.PublishedEvents;
import io.tapeline.collector.venue.RunningFeed;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.InstrumentListed;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OptionSummary;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.VolatilityIndex;
import io.tapeline.model.instrument.Market;
import io.tapeline.venue.testing.EmulatedHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is Deribit's own, while the feed runs: chains of options, DVOL, the login. */
@ExtendWith(OutputCaptureExtension.class)
class DeribitFeedTest {
    /** The emulator refuses it. */
    private static final String WRONG = "wrong";

    @TempDir
    Path directory;

    private final PublishedEvents published = new PublishedEvents();
    private EmulatedHost emulated;
    private RunningFeed feed;

    @AfterEach
    void stop() {
        feed.close();
        emulated.close();
    }

    private void start(String secret, Map<String, String> further) {
        emulated = EmulatedHost.start("deribit", (rest, ws) -> adapter(rest, ws, secret), true);
        Map<String, Object> settings = RunningFeed.settings("deribit", List.of(), directory);
        further.forEach((name, value) -> settings.put("tapeline.collector.feeds.deribit." + name, value));
        feed = new RunningFeed(emulated.venue(), published, settings);
    }

    private static Venue adapter(String rest, String ws, String secret) {
        return new DeribitVenue(DeribitSettings.of(
                rest,
                rest + "/history",
                List.of(ws),
                new DeribitSettings.Credentials(secret.isEmpty() ? "" : "an-id", secret)));
    }

    private static boolean option(MarketEvent event) {
        return event.instrumentId().market() == Market.OPTION;
    }

    @Test
    void aChainHasGreeksAndTradesAndNoBooks() {
        start("", Map.of("options", "BTC", "symbols", "BTC-PERPETUAL"));
        until(
                "every option",
                () -> published.of(OptionSummary.class).stream()
                                .map(OptionSummary::instrumentId)
                                .distinct()
                                .count()
                        == 54);
        until("option trades", () -> published.of(Trade.class).stream()
                .anyMatch(trade -> option(trade) && trade.valueUsd() != null));
        until("DVOL", () -> !published.of(VolatilityIndex.class).isEmpty());
        assertThat(published.of(OptionSummary.class))
                .allMatch(summary -> summary.underlying().equals("BTC")
                        && summary.delta() != null
                        && summary.gamma() != null
                        && summary.vega() != null
                        && summary.theta() != null
                        && summary.openInterest() != null);
        assertThat(published.of(Book.class)).isNotEmpty().noneMatch(DeribitFeedTest::option);
    }

    @Test
    void anOptionAskedForBySymbolHasABook() {
        start("", Map.of("symbols", "BTC-PERPETUAL"));
        until("live", () -> feed.state() == FeedState.LIVE);
        String option = anOption();
        feed.close();
        emulated.close();
        start("", Map.of("symbols", option));
        until("its book", () -> published.of(Book.class).stream().anyMatch(DeribitFeedTest::option));
    }

    private String anOption() {
        return published.of(InstrumentListed.class).stream()
                .filter(DeribitFeedTest::option)
                .map(listed -> listed.instrumentId().symbol())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withAKeyTradesComeRaw() {
        start("right", Map.of("symbols", "BTC-PERPETUAL", "kinds", "trade"));
        until("trades", () -> published.of(Trade.class).size() > 5);
        assertThat(feed.state()).isEqualTo(FeedState.LIVE);
    }

    @Test
    void aLoginThatIsRefusedIsSaidInOneLineWithoutTheSecret(CapturedOutput output) {
        start(WRONG, Map.of("symbols", "BTC-PERPETUAL"));
        until("refused", () -> output.getAll().contains("login refused: 13004 invalid_credentials"));
        assertThat(output.getAll().lines().filter(line -> line.contains("login refused")))
                .allMatch(line -> line.contains("deribit") && line.endsWith("13004 invalid_credentials"));
        assertThat(output).doesNotContain("an-id").doesNotContain("\tat ");
        assertThat(published.of(Trade.class)).isEmpty();
    }
}
