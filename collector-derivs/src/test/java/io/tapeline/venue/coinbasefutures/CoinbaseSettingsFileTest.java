package io.tapeline.venue.coinbasefutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.feed.CollectorProperties;
import io.tapeline.collector.feed.FeedSettings;
import io.tapeline.venue.testing.SettingsFile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

/** venue/coinbase-futures.yml: every variable does what it says. */
class CoinbaseSettingsFileTest {
    private static final boolean LIVE = false;
    private static final boolean EMULATED = true;

    private static Binder with(boolean emulated, Map<String, Object> variables) {
        return SettingsFile.binder("coinbase-futures", emulated, variables);
    }

    private static CoinbaseFuturesSettings settings(boolean emulated, Map<String, Object> variables) {
        return with(emulated, variables).bindOrCreate("tapeline.coinbase-futures", CoinbaseFuturesSettings.class);
    }

    @Test
    void withoutVariablesTheDefaultsHold() {
        assertThat(settings(LIVE, Map.of())).isEqualTo(CoinbaseFuturesSettings.defaults());
        FeedSettings feed = with(LIVE, Map.of())
                .bindOrCreate("tapeline.collector", CollectorProperties.class)
                .feed("coinbase-futures");
        assertThat(feed.enabled()).isTrue();
        assertThat(feed.quote()).containsExactly("USD");
        assertThat(feed.assets()).hasSize(14).startsWith("BTC", "ETH");
    }

    @Test
    void hostsAreVariables() {
        CoinbaseFuturesSettings settings = settings(
                LIVE,
                Map.of(
                        "COINBASE_FUTURES_REST", "https://h/api/v3/brokerage/",
                        "COINBASE_FUTURES_WS", "wss://h"));
        assertThat(settings.rest()).isEqualTo("https://h/api/v3/brokerage");
        assertThat(settings.ws()).isEqualTo("wss://h");
    }

    @Test
    void theEmulatedProfilePointsAtTheEmulator() {
        CoinbaseFuturesSettings settings = settings(EMULATED, Map.of("TAPELINE_EMULATOR_REST", "http://127.0.0.1:9"));
        assertThat(settings.rest()).isEqualTo("http://127.0.0.1:9/coinbase-futures/api/v3/brokerage");
        assertThat(settings.ws()).isEqualTo("ws://127.0.0.1:8090/coinbase-futures");
    }
}
