package io.tapeline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.feed.CollectorProperties;
import io.tapeline.collector.feed.FeedSettings;
import io.tapeline.venue.testing.SettingsFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

/** venue/bybit.yml: every variable does what it says. */
class BybitSettingsFileTest {
    private static final boolean LIVE = false;
    private static final boolean EMULATED = true;

    private static Binder with(boolean emulated, Map<String, Object> variables) {
        return SettingsFile.binder("bybit", emulated, variables);
    }

    private static BybitSettings bybit(boolean emulated, Map<String, Object> variables) {
        return with(emulated, variables).bindOrCreate("tapeline.bybit", BybitSettings.class);
    }

    @Test
    void withoutVariablesTheDefaultsHold() {
        assertThat(bybit(LIVE, Map.of())).isEqualTo(BybitSettings.defaults());
        FeedSettings feed = with(LIVE, Map.of())
                .bindOrCreate("tapeline.collector", CollectorProperties.class)
                .feed("bybit");
        assertThat(feed.enabled()).isTrue();
        assertThat(feed.quote()).containsExactly("USDT");
        assertThat(feed.assets()).hasSize(14).startsWith("BTC", "ETH");
    }

    @Test
    void hostsAndDepthAreVariables() {
        BybitSettings settings = bybit(
                LIVE,
                Map.of(
                        "BYBIT_REST", "https://api.bybit.nl/",
                        "BYBIT_MIRROR", "",
                        "BYBIT_WS", "wss://stream.bybit.kz",
                        "BYBIT_DEPTH", "200"));
        assertThat(settings.rest()).isEqualTo("https://api.bybit.nl");
        assertThat(settings.mirror()).isEmpty();
        assertThat(settings.ws()).isEqualTo("wss://stream.bybit.kz");
        assertThat(settings.depth()).isEqualTo(200);
    }

    @Test
    void theEmulatedProfilePointsAtTheEmulator() {
        BybitSettings settings = bybit(EMULATED, Map.of("TAPELINE_EMULATOR_WS", "ws://127.0.0.1:9"));
        assertThat(settings.rest()).isEqualTo("http://127.0.0.1:8090/bybit-linear");
        assertThat(settings.mirror()).isEmpty();
        assertThat(settings.ws()).isEqualTo("ws://127.0.0.1:9/bybit-linear");
    }

    @Test
    void whatTheVenueHasNotIsRefusedByName() {
        assertThatThrownBy(() -> new BybitSettings(
                        "https://h",
                        "",
                        "wss://h",
                        500,
                        List.of("1m"),
                        Duration.ofMinutes(1),
                        "5m",
                        Duration.ofMinutes(5),
                        Duration.ofHours(1)))
                .hasMessage("tapeline.bybit.depth: expected 50, 200 or 1000, got 500");
    }
}
