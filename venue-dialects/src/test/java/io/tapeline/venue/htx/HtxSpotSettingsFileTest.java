package io.tapeline.venue.htx;

import static io.tapeline.venue.testing.SettingsFile.binder;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** venue/htx-spot.yml: the defaults, and what the profile of the emulator changes. */
class HtxSpotSettingsFileTest {

    @Test
    void withoutVariablesTheDefaultsAreTheVenuesHosts() throws IOException {
        assertThat(binder("htx-spot", false, Map.of()).bindOrCreate("tapeline.htx-spot", HtxSpotSettings.class))
                .isEqualTo(HtxSpotSettings.defaults());
    }

    @Test
    void aVariableSetsTheHostsOfSpotAlone() throws IOException {
        HtxSpotSettings settings = binder("htx-spot", false, Map.of("HTX_SPOT_WS", "wss://a.example,wss://b.example"))
                .bindOrCreate("tapeline.htx-spot", HtxSpotSettings.class);
        assertThat(settings.ws()).containsExactly("wss://a.example", "wss://b.example");
        assertThat(binder("htx", false, Map.of("HTX_SPOT_WS", "wss://a.example"))
                        .bindOrCreate("tapeline.htx", HtxSettings.class))
                .isEqualTo(HtxSettings.defaults());
    }

    @Test
    void theProfileOfTheEmulatorChangesAllHosts() throws IOException {
        HtxSpotSettings settings = binder("htx-spot", true, Map.of("TAPELINE_EMULATOR_WS", "ws://127.0.0.1:9"))
                .bindOrCreate("tapeline.htx-spot", HtxSpotSettings.class);
        assertThat(settings.rest()).isEqualTo(List.of("http://127.0.0.1:8090/htx"));
        assertThat(settings.ws()).isEqualTo(List.of("ws://127.0.0.1:9/htx"));
    }

    @Test
    void symbolReplacesTheAssets() throws IOException {
        var feed = binder("htx-spot", false, Map.of("SYMBOL", "BTC,DOGE"))
                .bindOrCreate("tapeline.collector.feeds.htx", Map.class);
        assertThat(feed.toString()).contains("assets=BTC,DOGE");
    }
}
