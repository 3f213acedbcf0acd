package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.venue.testing.SettingsFile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

/** venue/htx.yml: the defaults, and what the profile of the emulator changes. */
class HtxSettingsFileTest {

    /** The settings as they are when these variables are set, and no other. */
    private static Binder with(boolean emulated, Map<String, Object> variables) throws IOException {
        return SettingsFile.binder("htx", emulated, variables);
    }

    @Test
    void withoutVariablesTheDefaultsAreTheVenuesHosts() throws IOException {
        assertThat(with(false, Map.of()).bindOrCreate("tapeline.htx", HtxSettings.class))
                .isEqualTo(HtxSettings.defaults());
    }

    @Test
    void theProfileOfTheEmulatorChangesAllHosts() throws IOException {
        HtxSettings settings = with(true, Map.of("TAPELINE_EMULATOR_WS", "ws://127.0.0.1:9"))
                .bindOrCreate("tapeline.htx", HtxSettings.class);
        assertThat(settings.toString())
                .contains("rest=http://127.0.0.1:8090/htx-swap", "ws=ws://127.0.0.1:9/htx-swap")
                .doesNotContain("https:", "wss:");
    }

    @Test
    void symbolReplacesTheAssets() throws IOException {
        var feed =
                with(false, Map.of("SYMBOL", "BTC,DOGE")).bindOrCreate("tapeline.collector.feeds.htx-swap", Map.class);
        assertThat(feed.toString()).contains("assets=BTC,DOGE");
    }
}
