package io.tapeline.venue.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.venue.testing.SettingsFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

class HyperliquidSettingsFileTest {
    private static HyperliquidSettings settings(Binder binder) {
        return binder.bindOrCreate("tapeline.hyperliquid", HyperliquidSettings.class);
    }

    @Test
    void theFileSaysWhatTheDefaultsAre() throws IOException {
        assertThat(settings(SettingsFile.binder("hyperliquid", false, Map.of())))
                .isEqualTo(HyperliquidSettings.defaults())
                .isEqualTo(settings(new Binder()));
    }

    @Test
    void theProfileOfTheEmulatorChangesAllHosts() throws IOException {
        HyperliquidSettings emulated =
                settings(SettingsFile.binder("hyperliquid", true, Map.of("TAPELINE_EMULATOR_WS", "ws://127.0.0.1:9")));
        assertThat(emulated.rest()).isEqualTo("http://127.0.0.1:8090/hyperliquid");
        assertThat(emulated.ws()).isEqualTo("ws://127.0.0.1:9/hyperliquid/ws");
    }

    @Test
    void aBadSettingIsNamed() {
        assertThatThrownBy(() -> new HyperliquidSettings(
                        "https://h",
                        "wss://h",
                        false,
                        true,
                        List.of("7m"),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1)))
                .hasMessageStartingWith("tapeline.hyperliquid.candle-intervals: expected");
    }
}
