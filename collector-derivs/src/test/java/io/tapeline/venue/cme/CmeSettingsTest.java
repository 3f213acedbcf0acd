package io.tapeline.venue.cme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapeline.collector.feed.CollectorProperties;
import io.tapeline.venue.testing.SettingsFile;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

/** The settings file means what it says. */
class CmeSettingsTest {

    /** @param emulated whether the document of that profile is in force */
    private static Binder binder(boolean emulated, Map<String, Object> environment) {
        return SettingsFile.binder("cme", emulated, environment);
    }

    private static CmeSettings bound(boolean emulated, Map<String, Object> environment) throws IOException {
        return binder(emulated, environment)
                .bind("tapeline.cme", CmeSettings.class)
                .get();
    }

    @Test
    void pagesAreOffAndNobodyIsAskedWithoutCredentials() throws IOException {
        CmeSettings settings = bound(false, Map.of());
        assertThat(settings.publicPages()).isFalse();
        assertThat(settings.datamine().entitled()).isFalse();
        assertThat(settings.folder()).isEqualTo("data/cme");
        assertThat(settings.pollTimes()).containsExactly(LocalTime.of(9, 0), LocalTime.of(18, 0));
        assertThat(settings.pollEvery()).isNull();
        assertThat(settings.spot()).isEqualTo(CmeSettings.CANDLES);
        assertThat(settings.productIds()).containsEntry(CmeProduct.BTC, 8478).doesNotContainKey(CmeProduct.MET);
        assertThat(settings.restWhenBlocked()).isEqualTo(Duration.ofHours(23));
        assertThat(settings.requestsPerMinute()).isEqualTo(30);
    }

    @Test
    void credentialsAndSwitchesComeFromTheEnvironment() throws IOException {
        CmeSettings settings = bound(
                false,
                Map.of(
                        "CME_API_KEY", "API_X",
                        "CME_API_SECRET", "word",
                        "CME_PUBLIC_PAGES", "true",
                        "TAPELINE_DATA_DIR", "/srv"));
        assertThat(settings.datamine().entitled()).isTrue();
        assertThat(settings.publicPages()).isTrue();
        assertThat(settings.folder()).isEqualTo("/srv/cme");
    }

    @Test
    void theDemonstrationReadsTheEmulatedPagesEveryFewSecondsWhateverCredentialsThereAre() throws IOException {
        CmeSettings settings = bound(true, Map.of("CME_API_KEY", "API_X", "CME_API_SECRET", "word"));
        assertThat(settings.publicPages()).isTrue();
        assertThat(settings.datamine().entitled()).isFalse();
        assertThat(settings.site()).isEqualTo("http://127.0.0.1:8090/cme");
        assertThat(settings.spot()).startsWith("http://127.0.0.1:8090/cme/spot/products/{base}-USD");
        assertThat(settings.pollEvery()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void theFeedCollectsBitcoinAndEther() throws IOException {
        CollectorProperties properties = binder(false, Map.of())
                .bind("tapeline.collector", CollectorProperties.class)
                .get();
        assertThat(properties.feed("cme").enabled()).isTrue();
        assertThat(properties.feed("cme").assets()).containsExactly("BTC", "ETH");
        assertThat(properties.feed("cme").kinds()).isEmpty();
    }

    @Test
    void aSpotAddressWithoutItsPlacesIsAMistakeThatIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CmeSettings(
                        CmeTests.ENTITLED,
                        "",
                        Duration.ofMinutes(1),
                        false,
                        "https://x",
                        Map.of(),
                        "https://x/candles",
                        List.of(LocalTime.NOON),
                        null,
                        30,
                        Duration.ofHours(1)))
                .withMessageStartingWith("tapeline.cme.spot: expected an address with {base}, {start} and {end}");
    }
}
