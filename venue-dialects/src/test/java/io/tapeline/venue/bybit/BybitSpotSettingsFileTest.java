package io.tapeline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.feed.CollectorProperties;
import io.tapeline.collector.feed.FeedSettings;
import io.tapeline.venue.testing.SettingsFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** venue/bybit-spot.yml: every variable does what it says, and none of those of contracts does anything. */
class BybitSpotSettingsFileTest {

    private static BybitSpotSettings settings(boolean emulated, Map<String, Object> variables) throws IOException {
        return SettingsFile.binder("bybit-spot", emulated, variables)
                .bindOrCreate("tapeline.bybit-spot", BybitSpotSettings.class);
    }

    @Test
    void withoutVariablesTheDefaultsHold() throws IOException {
        assertThat(settings(false, Map.of())).isEqualTo(BybitSpotSettings.defaults());
        FeedSettings feed = SettingsFile.binder("bybit-spot", false, Map.of())
                .bindOrCreate("tapeline.collector", CollectorProperties.class)
                .feed("bybit-spot");
        assertThat(feed.enabled()).isTrue();
        assertThat(feed.quote()).containsExactly("USDT");
        assertThat(feed.assets()).hasSize(14).startsWith("BTC", "ETH");
    }

    @Test
    void hostsAndDepthAreVariablesOfTheirOwn() throws IOException {
        BybitSpotSettings settings = settings(
                false,
                Map.of(
                        "BYBIT_SPOT_REST", "https://api.bybit.nl/",
                        "BYBIT_SPOT_MIRROR", "",
                        "BYBIT_SPOT_WS", "wss://stream.bybit.kz",
                        "BYBIT_SPOT_DEPTH", "1000"));
        assertThat(settings)
                .isEqualTo(new BybitSpotSettings(
                        "https://api.bybit.nl", "", "wss://stream.bybit.kz", 1000, List.of("1m")));
        assertThat(settings(false, Map.of("BYBIT_REST", "https://h", "BYBIT_WS", "wss://h", "BYBIT_DEPTH", "50")))
                .isEqualTo(BybitSpotSettings.defaults());
    }

    @Test
    void theEmulatedProfilePointsAtTheEmulator() throws IOException {
        BybitSpotSettings settings = settings(true, Map.of("TAPELINE_EMULATOR_WS", "ws://127.0.0.1:9"));
        assertThat(settings.rest()).isEqualTo("http://127.0.0.1:8090/bybit-spot");
        assertThat(settings.mirror()).isEmpty();
        assertThat(settings.ws()).isEqualTo("ws://127.0.0.1:9/bybit-spot");
    }

    @Test
    void whatTheVenueHasNotIsRefusedByName() {
        assertThatThrownBy(() -> new BybitSpotSettings("https://h", "", "wss://h", 500, List.of("1m")))
                .hasMessage("tapeline.bybit-spot.depth: expected 50, 200 or 1000, got 500");
        assertThatThrownBy(() -> new BybitSpotSettings("https://h", "", "wss://h", 50, List.of("8h")))
                .hasMessageStartingWith("tapeline.bybit-spot.candle-intervals: expected some of [1m");
    }
}
