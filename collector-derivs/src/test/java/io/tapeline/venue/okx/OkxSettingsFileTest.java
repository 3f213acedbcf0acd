package io.tapeline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.venue.testing.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

/** venue/okx.yml: the defaults, and what the profile of the emulator changes. */
class OkxSettingsFileTest {

    /** The settings as they are when these variables are set, and no other. */
    private static Binder with(boolean emulated, Map<String, Object> variables) throws IOException {
        return SettingsFile.binder("okx", emulated, variables);
    }

    @Test
    void withoutVariablesTheDefaultsAreTheVenuesHosts() throws IOException {
        OkxSettings settings = with(false, Map.of()).bindOrCreate("tapeline.okx", OkxSettings.class);
        assertThat(settings)
                .isEqualTo(new OkxSettings(
                        "https://openapi.okx.com",
                        List.of("https://www.okx.com"),
                        "wss://ws.okx.com:8443",
                        List.of("1m"),
                        Duration.ofMinutes(1),
                        "5m",
                        Duration.ofMinutes(5)))
                .isEqualTo(new Binder().bindOrCreate("tapeline.okx", OkxSettings.class));
    }

    @Test
    void theProfileOfTheEmulatorChangesAllHosts() throws IOException {
        OkxSettings settings = with(true, Map.of("TAPELINE_EMULATOR_WS", "ws://127.0.0.1:9"))
                .bindOrCreate("tapeline.okx", OkxSettings.class);
        assertThat(settings.rest()).isEqualTo("http://127.0.0.1:8090/okx");
        assertThat(settings.mirrors()).isEmpty();
        assertThat(new OkxVenue(settings).subscriptions().endpoint("business"))
                .isEqualTo(URI.create("ws://127.0.0.1:9/okx/ws/v5/business"));
    }

    @Test
    void symbolReplacesTheAssets() throws IOException {
        var feed =
                with(false, Map.of("SYMBOL", "BTC,DOGE-USDT")).bindOrCreate("tapeline.collector.feeds.okx", Map.class);
        assertThat(feed.toString()).contains("BTC,DOGE-USDT").contains("quote=USDT");
    }

    @Test
    void aSettingThatCannotBeIsNamed() {
        assertThatThrownBy(() -> new OkxSettings(
                        "https://a",
                        List.of(),
                        "wss://b",
                        List.of("7m"),
                        Duration.ofMinutes(1),
                        "5m",
                        Duration.ofMinutes(5)))
                .hasMessageStartingWith("tapeline.okx.candle-intervals: expected some of");
        assertThatThrownBy(() -> new OkxSettings(
                        "https://a", List.of(), "wss://b", List.of("1m"), Duration.ZERO, "5m", Duration.ofMinutes(5)))
                .hasMessageStartingWith("tapeline.okx.ratios-every: expected a duration over zero");
        assertThatThrownBy(() -> new OkxSettings(
                        "https://a",
                        List.of(),
                        "wss://b",
                        List.of("1m"),
                        Duration.ofMinutes(1),
                        "1s",
                        Duration.ofMinutes(5)))
                .hasMessageStartingWith("tapeline.okx.ratio-period: expected one of");
    }
}
