package io.tapeline.venue.binance;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.PublishedEvents;
import io.tapeline.collector.venue.RunningFeed;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.InstrumentListed;
import io.tapeline.model.event.Trade;
import io.tapeline.venue.testing.EmulatedHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Settings that ask for what is not there, and a disk that takes nothing. */
@ExtendWith(OutputCaptureExtension.class)
class BinanceBadInputTest {
    @TempDir
    Path directory;

    private final EmulatedHost emulated = BinanceHosts.spot();
    private final PublishedEvents published = new PublishedEvents();
    private RunningFeed feed;

    @AfterEach
    void stop() {
        feed.close();
        emulated.close();
    }

    private void start(Path state, Map<String, String> further) {
        Map<String, Object> settings = RunningFeed.settings("binance", List.of("BTC"), state);
        further.forEach((name, value) -> settings.put("tapeline.collector." + name, value));
        feed = new RunningFeed(emulated.venue(), published, settings);
        until("trades", () -> !published.of(Trade.class).isEmpty());
        until("live", () -> feed.state() == FeedState.LIVE);
    }

    private static long lines(CapturedOutput output, String part) {
        return output.getAll().lines().filter(line -> line.contains(part)).count();
    }

    @Test
    void whatIsUnknownIsSaidInOneLineEachAndTheOthersGoOn(CapturedOutput output) {
        start(
                directory,
                Map.of(
                        "feeds.binance.assets", "BTC,NOSUCH",
                        "feeds.binance.quote", "USDT",
                        "feeds.binance.symbols", "FOOBAR,ETHUSDT",
                        "feeds.binance.kinds", "trade,quote,gossip,liquidation",
                        "feeds.binanse.assets", "BTC",
                        "discovery-interval", "300ms"));
        until(
                "both assets",
                () -> published.of(Trade.class).stream()
                                .map(trade -> trade.instrumentId().symbol())
                                .distinct()
                                .count()
                        == 2);
        until(
                "a second discovery",
                () -> emulated.requests().stream()
                                .filter(request -> request.target().contains("exchangeInfo"))
                                .count()
                        > 2);
        assertThat(lines(output, "NOSUCH")).isEqualTo(1);
        assertThat(output).contains("binance lists no NOSUCH against [USDT]: skipped");
        assertThat(lines(output, "FOOBAR")).isEqualTo(1);
        assertThat(output).contains("binance has no live instrument named 'FOOBAR': skipped");
        assertThat(lines(output, "'gossip' is no kind of event")).isEqualTo(1);
        assertThat(lines(output, "binance has no liquidation: Binance spot has no derivatives"))
                .isEqualTo(1);
        assertThat(lines(output, "feeds: 'binanse' is no feed of this service")).isEqualTo(1);
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void venueSymbolsAndUnifiedSymbolsWorkWhereAssetsAreAskedFor(CapturedOutput output) {
        start(directory, Map.of("feeds.binance.assets", "BTCUSDT,ETH/USDT", "feeds.binance.quote", "USDT"));
        until(
                "both",
                () -> published.of(Trade.class).stream()
                                .map(trade -> trade.instrumentId().symbol())
                                .distinct()
                                .count()
                        == 2);
        assertThat(published.of(InstrumentListed.class)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(output).doesNotContain("skipped");
    }

    @Test
    void aStateDirectoryThatCannotBeWrittenCostsOnlyPositions(CapturedOutput output) throws IOException {
        Path taken = Files.writeString(directory.resolve("taken"), "a file where a directory is wanted");
        start(taken, Map.of());
        int before = published.of(Trade.class).size();
        until("trades go on", () -> published.of(Trade.class).size() > before + 20);
        feed.close();
        assertThat(lines(output, "positions cannot be saved")).as("said once").isEqualTo(1);
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void aStateFileThatCannotBeReadCostsOnlyPositions(CapturedOutput output) throws IOException {
        Files.writeString(directory.resolve("binance.json"), "{\"streams\": [");
        start(directory, Map.of());
        assertThat(lines(output, "state of binance is unreadable")).isEqualTo(1);
        assertThat(directory.resolve("binance.json.unreadable")).exists();
    }
}
