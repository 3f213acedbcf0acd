package io.tapeline.venue.cme;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.PublishedEvents;
import io.tapeline.collector.venue.RunningFeed;
import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.identity.EventIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each source as it runs, against the emulator and a folder on disk. */
class CmeSourcesTest {
    private static final String KEY = "API_TAPELINE";
    private static final String SECRET = "correct-horse";

    @TempDir
    Path directory;

    private final Emulator emulator =
            Emulator.start(EmulatorSettings.defaults().withPrefixes("cme").withAssets("BTC", "ETH"));
    private final String root = emulator.baseUri("cme").toString();
    private final PublishedEvents published = new PublishedEvents();
    private RunningFeed feed;

    private void start(CmeSettings settings, Map<String, Object> more) {
        Map<String, Object> all = RunningFeed.settings("cme", List.of("BTC", "ETH"), directory.resolve("state"));
        all.putAll(more);
        feed = new RunningFeed(new CmeVenue(settings), published, all);
    }

    @AfterEach
    void stop() {
        feed.close();
        emulator.close();
    }

    private List<Settlement> settlements(Predicate<Settlement> wanted) {
        return published.of(Settlement.class).stream().filter(wanted).toList();
    }

    private static boolean of(Settlement settlement, String source) {
        return source.equals(settlement.metadata().get("source"));
    }

    @Test
    void dataMineIsReadWithItsCredentialsWhichAppearNowhere() throws IOException {
        Path recordings = directory.resolve("recordings");
        start(
                CmePollingTest.on(root, new CmeSettings.DataMine(root, KEY, SECRET), "", false),
                Map.of(
                        "tapeline.collector.recording.enabled",
                        true,
                        "tapeline.collector.recording.directory",
                        recordings));
        until(
                "both dates of four products",
                () -> settlements(s -> of(s, "datamine")).size() >= 4 * 7 * 2);
        until("a basis", () -> !settlements(s -> s.basisAnnualisedPct() != null).isEmpty());

        assertThat(settlements(s -> true))
                .allMatch(s -> "preliminary".equals(s.metadata().get("stage")));
        assertThat(emulator.ledger().answered(answer -> true))
                .extracting(Object::toString)
                .noneMatch(answer -> answer.contains(SECRET) || answer.contains(KEY));
        feed.close();
        try (Stream<Path> files = Files.walk(recordings)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(SECRET);
            }
        }
    }

    @Test
    void withoutCredentialsDataMineIsNotAskedAndTheRestGoesOn() {
        start(CmePollingTest.pages(root), Map.of());
        until("settlements", () -> !settlements(s -> of(s, "public")).isEmpty());
        assertThat(emulator.ledger().answered(answer -> answer.target().contains("list_entitlements")))
                .isEmpty();
    }

    @Test
    void theBasisOfThePagesIsThatOfTheEmulatedMarket() {
        start(CmePollingTest.pages(root), Map.of());
        until(
                "a basis of every month",
                () -> settlements(s -> s.basisAnnualisedPct() != null).size() >= 4 * 7);
        // It carries six percent a year, and prices are rounded to ticks of five dollars and of fifty cents.
        assertThat(settlements(
                        s -> s.basisAnnualisedPct() != null && s.daysToExpiry().doubleValue() > 20))
                .isNotEmpty()
                .allSatisfy(
                        s -> assertThat(s.basisAnnualisedPct().doubleValue()).isBetween(5.5, 6.5));
        assertThat(settlements(Settlement::isFront))
                .extracting(s -> s.instrumentId().symbol().substring(0, 3))
                .contains("BTC", "MBT", "ETH", "MET");
        assertThat(published.of(OpenInterest.class))
                .isNotEmpty()
                .extracting(EventIdentity::of)
                .doesNotHaveDuplicates();
        assertThat(published.of(OpenInterest.class))
                .filteredOn(interest -> interest.instrumentId().symbol().startsWith("MBT"))
                .allSatisfy(interest -> assertThat(interest.openInterestBase())
                        .isEqualByComparingTo(interest.openInterest().movePointLeft(1)));
    }

    @Test
    void filesThatAreDroppedAreReadOnceAndABadOneDoesNotStopTheOthers() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("cme"));
        start(CmePollingTest.on(root, new CmeSettings.DataMine(root, "", ""), folder.toString(), false), Map.of());
        until("live", () -> feed.state() == FeedState.LIVE);
        Files.writeString(folder.resolve("BTC-2026-11-19.json"), CmePayloads.SETTLEMENTS);
        Files.writeString(folder.resolve("broken.csv"), "nothing,of,this");
        Files.writeString(
                folder.resolve("20261119-EOD_xcme_met_fut_0_eth_p.csv"),
                CmePayloads.EOD_COLUMNS + "\n" + CmePayloads.EOD_ROW.replace("BTC", "MET") + "\n");
        until("both good files", () -> settlements(s -> of(s, "file")).stream()
                .map(s -> s.instrumentId().symbol())
                .toList()
                .containsAll(List.of("BTCX26", "BTCZ26", "METX26")));
        double bad = feed.counted("tapeline.decode.errors");
        int before = published.of(Settlement.class).size();

        Files.writeString(
                folder.resolve("BTC-2026-11-19.json"), CmePayloads.SETTLEMENTS.replace("91310.50", "91315.50"));
        until("the correction", () -> published.of(Settlement.class).size() > before);

        assertThat(published.of(Settlement.class).getLast().price()).isEqualByComparingTo("91315.50");
        assertThat(feed.counted("tapeline.decode.errors"))
                .as("the bad file is told once")
                .isEqualTo(bad)
                .isEqualTo(1);
        assertThat(feed.state()).isEqualTo(FeedState.LIVE);
    }
}
