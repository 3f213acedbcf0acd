package io.tapeline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.feed.CollectorProperties;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Market;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** collector-binance.yml: every variable people use does what it says. */
class BinanceSettingsFileTest {

    /** The settings as they are when these variables are set, and no other. */
    private static ConfigurableEnvironment with(Map<String, String> variables) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource("environment", new HashMap<>(variables)));
        try {
            for (String file : List.of("collector.yml", "collector-binance.yml")) {
                new YamlPropertySourceLoader()
                        .load(file, new ClassPathResource(file))
                        .forEach(environment.getPropertySources()::addLast);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return environment;
    }

    private static CollectorProperties collector(String variable, String value) {
        return Binder.get(with(Map.of(variable, value))).bindOrCreate("tapeline.collector", CollectorProperties.class);
    }

    private static BinanceSettings binance(String variable, String value) {
        return Binder.get(with(Map.of(variable, value))).bindOrCreate("tapeline.binance", BinanceSettings.class);
    }

    private static String depth(Venue venue, Market market) {
        return venue
                .subscriptions()
                .streams(List.of(BinanceInstruments.instrument(market, "BTC", "BTCUSDT", null)), Set.of(Kind.BOOK))
                .stream()
                .map(VenueStream::name)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutVariablesTheDefaultsHold() {
        CollectorProperties collector = collector("UNRELATED", "1");
        for (String feed : List.of("binance", "binance-futures")) {
            assertThat(collector.feed(feed).enabled()).isTrue();
            assertThat(collector.feed(feed).quote()).containsExactly("USDT");
            assertThat(collector.feed(feed).symbols()).isEmpty();
            assertThat(collector.feed(feed).kinds()).isEmpty();
            assertThat(collector.feed(feed).assets())
                    .containsExactly(
                            "BTC", "ETH", "SOL", "ADA", "XRP", "AAVE", "UNI", "COMP", "CRV", "OP", "ARB", "DOGE",
                            "GALA", "IMX");
        }
        assertThat(collector.books()).isTrue();
        assertThat(collector.topLevels()).isEqualTo(50);
        assertThat(collector.historicalDays()).isEqualTo(1);
        assertThat(binance("UNRELATED", "1")).isEqualTo(BinanceSettings.defaults());
        ConfigurableEnvironment environment = with(Map.of());
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("server.port")).isEqualTo("8001");
        assertThat(environment.getProperty("logging.level.root")).isEqualTo("INFO");
    }

    @Test
    void symbolReplacesTheAssetsOfBothFeeds() {
        CollectorProperties collector = collector("SYMBOL", "BTC,DOGEUSDT");
        assertThat(collector.feed("binance").assets()).containsExactly("BTC", "DOGEUSDT");
        assertThat(collector.feed("binance-futures").assets()).containsExactly("BTC", "DOGEUSDT");
    }

    @Test
    void logLevelHttpHostAndHttpPortAreTheServices() {
        ConfigurableEnvironment environment =
                with(Map.of("LOG_LEVEL", "DEBUG", "HTTP_HOST", "127.0.0.2", "HTTP_PORT", "9001"));
        assertThat(environment.getProperty("logging.level.root")).isEqualTo("DEBUG");
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.2");
        assertThat(environment.getProperty("server.port")).isEqualTo("9001");
    }

    @Test
    void futuresWsAndSpotWsAreRootsToWhichRoutesAreAdded() {
        BinanceSettings futures = binance("FUTURES_WS", "ws://127.0.0.1:1/root/");
        BinanceSettings spot = binance("SPOT_WS", "ws://127.0.0.1:2");
        assertThat(new BinanceFuturesVenue(futures).subscriptions().endpoint("public"))
                .isEqualTo(URI.create("ws://127.0.0.1:1/root/public/stream"));
        assertThat(new BinanceFuturesVenue(futures).subscriptions().endpoint("market"))
                .isEqualTo(URI.create("ws://127.0.0.1:1/root/market/stream"));
        assertThat(new BinanceSpotVenue(spot).subscriptions().endpoint("spot"))
                .isEqualTo(URI.create("ws://127.0.0.1:2/stream"));
    }

    @Test
    void depthEnabledSwitchesBooksOff() {
        assertThat(collector("DEPTH_ENABLED", "false").books()).isFalse();
    }

    @Test
    void depthSpeedIsTheStreamsSpeed() {
        Map<String, List<String>> streams = Map.of(
                "100ms", List.of("btcusdt@depth@100ms", "btcusdt@depth@100ms"),
                "500ms", List.of("btcusdt@depth@100ms", "btcusdt@depth@500ms"),
                "none", List.of("btcusdt@depth", "btcusdt@depth"));
        streams.forEach((speed, names) -> {
            BinanceSettings settings = binance("DEPTH_SPEED", speed);
            assertThat(List.of(
                            depth(new BinanceSpotVenue(settings), Market.SPOT),
                            depth(new BinanceFuturesVenue(settings), Market.PERPETUAL)))
                    .as(speed)
                    .isEqualTo(names);
        });
    }

    @Test
    void topnAndHistoricalDaysAreNumbers() {
        assertThat(collector("TOPN", "20").topLevels()).isEqualTo(20);
        assertThat(collector("HISTORICAL_DAYS", "7").historicalDays()).isEqualTo(7);
    }
}
