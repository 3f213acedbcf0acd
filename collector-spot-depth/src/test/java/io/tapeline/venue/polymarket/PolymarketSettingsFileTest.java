package io.tapeline.venue.polymarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.venue.testing.SettingsFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PolymarketSettingsFileTest {
    private static PolymarketSettings settings(Binder binder) {
        return binder.bindOrCreate("tapeline.polymarket", PolymarketSettings.class);
    }

    private static PolymarketSettings with(String name, String value) {
        return settings(new Binder(new MapConfigurationPropertySource(Map.of("tapeline.polymarket." + name, value))));
    }

    @Test
    void theFileSaysWhatTheDefaultsAre() throws IOException {
        assertThat(settings(SettingsFile.binder("polymarket", false, Map.of())))
                .isEqualTo(PolymarketSettings.defaults())
                .isEqualTo(settings(new Binder()));
    }

    @Test
    void theVariablesOfTheOldSystemMeanWhatTheyMeant() throws IOException {
        Binder binder = SettingsFile.binder(
                "polymarket",
                false,
                Map.of(
                        "POLYMARKET_ENABLED", "false",
                        "POLYMARKET_WS_URL", "wss://h/ws/",
                        "POLYMARKET_STALE_THRESHOLD_SEC", "25",
                        "POLY_UP_IS_YES", "false",
                        "POLYMARKET_ASSETS", "BTC"));
        assertThat(binder.bind("tapeline.collector.feeds.polymarket.enabled", Boolean.class)
                        .get())
                .isFalse();
        assertThat(binder.bind("tapeline.collector.feeds.polymarket.assets", String[].class)
                        .get())
                .containsExactly("BTC");
        PolymarketSettings settings = settings(binder);
        assertThat(settings.ws()).isEqualTo("wss://h/ws/market");
        assertThat(settings.staleAfter()).isEqualTo(Duration.ofSeconds(25));
        assertThat(settings.upIsYes()).isFalse();
        assertThat(settings.assets()).containsExactly("BTC");
    }

    @Test
    void theProfileOfTheEmulatorChangesAllHosts() throws IOException {
        PolymarketSettings emulated = settings(
                SettingsFile.binder("polymarket", true, Map.of("TAPELINE_EMULATOR_REST", "http://127.0.0.1:9")));
        assertThat(emulated.gamma()).isEqualTo("http://127.0.0.1:9/polymarket");
        assertThat(emulated.clob()).isEqualTo(emulated.data()).isEqualTo(emulated.gamma());
        assertThat(emulated.ws()).isEqualTo("ws://127.0.0.1:8090/polymarket/ws/market");
    }

    @Test
    void aBadSettingIsNamed() {
        assertThatThrownBy(() -> with("periods", "5m,1d")).rootCause().hasMessageContaining("got '1d'");
        assertThatThrownBy(() -> with("windows-ahead", "0"))
                .rootCause()
                .hasMessageStartingWith("tapeline.polymarket.windows-ahead: expected at least 1");
        assertThatThrownBy(() -> with("resolution-wait", "1s"))
                .rootCause()
                .hasMessageStartingWith("tapeline.polymarket.resolution-wait: expected at least linger");
    }
}
