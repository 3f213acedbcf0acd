package io.tapeline.venue.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.feed.CollectorProperties;
import io.tapeline.collector.feed.FeedSettings;
import io.tapeline.venue.testing.SettingsFile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

/** venue/coinbase.yml: every variable does what it says. */
class CoinbaseSettingsFileTest {
    private static final Map<String, Object> KEY = Map.of(
            "COINBASE_API_KEY", "k",
            "COINBASE_API_SECRET", "c2VjcmV0",
            "COINBASE_PASSPHRASE", "p");

    private static CoinbaseSettings settings(boolean emulated, Map<String, Object> variables) throws IOException {
        return SettingsFile.binder("coinbase", emulated, variables)
                .bind("tapeline.coinbase", CoinbaseSettings.class)
                .get();
    }

    private static FeedSettings feed(Map<String, Object> variables) throws IOException {
        Binder binder = SettingsFile.binder("coinbase", false, variables);
        return binder.bind("tapeline.collector", CollectorProperties.class)
                .get()
                .feed("coinbase");
    }

    @Test
    void withoutVariablesTheDefaultsHold() throws IOException {
        assertThat(settings(false, Map.of())).isEqualTo(CoinbaseSettings.defaults());
        assertThat(feed(Map.of()).enabled()).isTrue();
        assertThat(feed(Map.of()).assets())
                .containsExactly(
                        "BTC-USD",
                        "ETH-USD",
                        "SOL-USD",
                        "XRP-USD",
                        "ADA-USD",
                        "DOGE-USD",
                        "AVAX-USD",
                        "LINK-USD",
                        "DOT-USD",
                        "LTC-USD",
                        "UNI-USD",
                        "AAVE-USD");
        assertThat(feed(Map.of()).quote()).containsExactly("USD");
    }

    @Test
    void assetsHostsAndKeyAreVariables() throws IOException {
        assertThat(feed(Map.of("SYMBOL", "BTC,ETH")).assets()).containsExactly("BTC", "ETH");
        CoinbaseSettings own = settings(false, Map.of("COINBASE_REST", "https://rest/", "COINBASE_WS", "wss://feed"));
        assertThat(own.rest()).isEqualTo("https://rest");
        assertThat(own.ws()).isEqualTo("wss://feed");
        assertThat(settings(false, KEY).credentials())
                .isEqualTo(new CoinbaseSettings.Credentials("k", "c2VjcmV0", "p"));
    }

    @Test
    void theEmulatedProfilePointsAtTheEmulatorAndTellsItNoKey() throws IOException {
        CoinbaseSettings emulated = settings(true, KEY);
        assertThat(emulated.rest()).isEqualTo("http://127.0.0.1:8090/coinbase");
        assertThat(emulated.ws()).isEqualTo("ws://127.0.0.1:8090/coinbase");
        assertThat(emulated.credentials().given()).isFalse();
    }
}
