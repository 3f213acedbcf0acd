package io.tapeline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.venue.testing.SettingsFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

class DydxSettingsFileTest {
    private static DydxSettings settings(Binder binder) {
        return binder.bindOrCreate("tapeline.dydx", DydxSettings.class);
    }

    @Test
    void theFileSaysWhatTheDefaultsAre() throws IOException {
        assertThat(settings(SettingsFile.binder("dydx", false, Map.of())))
                .isEqualTo(DydxSettings.defaults())
                .isEqualTo(settings(new Binder()));
    }

    @Test
    void theProfileOfTheEmulatorChangesAllHosts() throws IOException {
        DydxSettings emulated =
                settings(SettingsFile.binder("dydx", true, Map.of("TAPELINE_EMULATOR_REST", "http://127.0.0.1:9")));
        assertThat(emulated.rest()).isEqualTo("http://127.0.0.1:9/dydx/v4");
        assertThat(emulated.ws()).isEqualTo("ws://127.0.0.1:8090/dydx/v4/ws");
    }

    @Test
    void assetsAndSwitchComeFromTheEnvironment() throws IOException {
        Binder binder = SettingsFile.binder("dydx", false, Map.of("SYMBOL", "BTC", "DYDX_ENABLED", "false"));
        assertThat(binder.bind("tapeline.collector.feeds.dydx.assets", String[].class)
                        .get())
                .containsExactly("BTC");
        assertThat(binder.bind("tapeline.collector.feeds.dydx.enabled", Boolean.class)
                        .get())
                .isFalse();
    }

    @Test
    void aBadSettingIsNamed() {
        assertThatThrownBy(() -> new DydxSettings(
                        "https://h/", "wss://h", List.of("2m"), Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .hasMessageStartingWith("tapeline.dydx.candle-intervals: expected");
        assertThatThrownBy(
                        () -> new DydxSettings("https://h", "wss://h", List.of(), Duration.ZERO, Duration.ofMinutes(1)))
                .hasMessageContaining("tapeline.dydx.book-renewal: expected a duration over zero");
    }
}
