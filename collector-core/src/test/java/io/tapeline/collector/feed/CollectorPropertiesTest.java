package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.frame.RecordingSettings;
import io.tapeline.collector.rest.RestSettings;
import io.tapeline.collector.session.SessionSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CollectorPropertiesTest {
    private static CollectorProperties bound(Map<String, ?> values) {
        Map<String, Object> named = new HashMap<>();
        values.forEach((name, value) -> named.put("tapeline.collector." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("tapeline.collector", CollectorProperties.class);
    }

    @Test
    void settingsThatSayNothingAreTheDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new CollectorProperties(
                        Path.of("data/state"),
                        Duration.ofMinutes(15),
                        true,
                        50,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(1),
                        1,
                        Map.of(),
                        Map.of(),
                        bound(Map.of()).recording(),
                        SessionSettings.defaults(),
                        RestSettings.defaults()));
        assertThat(bound(Map.of()).recording().enabled()).isFalse();
    }

    @Test
    void everySettingHasItsProperty() {
        CollectorProperties settings = bound(Map.ofEntries(
                Map.entry("state-directory", "/s"),
                Map.entry("discovery-interval", "2m"),
                Map.entry("books", "false"),
                Map.entry("top-levels", "7"),
                Map.entry("orderbook-interval", "3s"),
                Map.entry("book-republish-interval", "4s"),
                Map.entry("watermark-interval", "5s"),
                Map.entry("state-interval", "6s"),
                Map.entry("historical-days", "8"),
                Map.entry("large-trade-thresholds.BTC", "9.5"),
                Map.entry("feeds.a.enabled", "false"),
                Map.entry("feeds.a.assets", "BTC,ETH"),
                Map.entry("feeds.a.quote", "USD"),
                Map.entry("feeds.a.symbols", "X-1"),
                Map.entry("feeds.a.kinds", "trade"),
                Map.entry("recording.directory", "/r"),
                Map.entry("recording.enabled", "true"),
                Map.entry("session.backoff", "9s"),
                Map.entry("rest.tries", "2")));
        assertThat(settings)
                .isEqualTo(new CollectorProperties(
                        Path.of("/s"),
                        Duration.ofMinutes(2),
                        false,
                        7,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        8,
                        Map.of("BTC", new BigDecimal("9.5")),
                        Map.of(
                                "a",
                                new FeedSettings(
                                        false,
                                        List.of("BTC", "ETH"),
                                        List.of("USD"),
                                        List.of("X-1"),
                                        List.of(),
                                        List.of("trade"))),
                        RecordingSettings.into(Path.of("/r")),
                        settings.session(),
                        settings.rest()));
        assertThat(settings.session().backoff()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.rest().tries()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "top-levels, 0, topLevels",
        "top-levels, 1e9, top-levels",
        "top-levels, 5001, topLevels",
        "historical-days, -1, historicalDays",
        "historical-days, 99999999999, historical-days",
        "orderbook-interval, 0s, orderbook-interval",
        "state-interval, -1s, state-interval",
        "discovery-interval, soon, discovery-interval"
    })
    void aNumberOutOfRangeStopsTheStartAndIsNamed(String property, String value, String named) {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues("tapeline.collector." + property + "=" + value)
                .run(context -> assertThat(context).getFailure().satisfies(failure -> {
                    StringBuilder told = new StringBuilder();
                    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                        told.append(cause.getMessage()).append('\n');
                    }
                    assertThat(told).contains(named);
                }));
    }

    @Test
    void timersWithoutAPeriodAreRefused() {
        assertThatThrownBy(() -> bound(Map.of("watermark-interval", "0s")))
                .hasRootCauseMessage("watermark-interval: expected a positive duration, got PT0S");
    }

    @EnableConfigurationProperties(CollectorProperties.class)
    static class Settings {}
}
