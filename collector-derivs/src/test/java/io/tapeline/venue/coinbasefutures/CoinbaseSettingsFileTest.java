package io.tapeline.venue.coinbasefutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.feed.CollectorProperties;
import io.tapeline.collector.feed.FeedSettings;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** venue/coinbase-futures.yml: every variable does what it says. */
class CoinbaseSettingsFileTest {
    private static final int LIVE = 0;
    private static final int EMULATED = 1;

    private static Binder with(int document, Map<String, String> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource("environment", new HashMap<>(variables)));
        try {
            environment
                    .getPropertySources()
                    .addLast(new YamlPropertySourceLoader()
                            .load("file", new ClassPathResource("venue/coinbase-futures.yml"))
                            .get(document));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Binder.get(environment);
    }

    private static CoinbaseFuturesSettings settings(int document, Map<String, String> variables) {
        return with(document, variables).bindOrCreate("tapeline.coinbase-futures", CoinbaseFuturesSettings.class);
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
