package io.tapeline.venue.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.venue.testing.SettingsFile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** venue/kraken.yml: the defaults, and what the profile of the emulator changes. */
class KrakenSettingsFileTest {

    private static KrakenSettings settings(boolean emulated, Map<String, Object> variables) throws IOException {
        return SettingsFile.binder("kraken", emulated, variables).bindOrCreate("tapeline.kraken", KrakenSettings.class);
    }

    @Test
    void withoutVariablesTheDefaultsAreTheVenuesHosts() throws IOException {
        assertThat(settings(false, Map.of())).isEqualTo(KrakenSettings.defaults());
    }

    @Test
    void theProfileOfTheEmulatorChangesAllHosts() throws IOException {
        assertThat(settings(true, Map.of("TAPELINE_EMULATOR_WS", "ws://127.0.0.1:9"))
                        .toString())
                .contains("rest=http://127.0.0.1:8090/kraken", "ws=ws://127.0.0.1:9/kraken/v2")
                .doesNotContain("https:", "wss:");
    }

    @Test
    void symbolReplacesTheAssets() throws IOException {
        var feed = SettingsFile.binder("kraken", false, Map.of("SYMBOL", "BTC,DOGE"))
                .bindOrCreate("tapeline.collector.feeds.kraken", Map.class);
        assertThat(feed.toString()).contains("assets=BTC,DOGE");
    }
}
