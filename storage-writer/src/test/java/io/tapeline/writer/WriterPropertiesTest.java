package io.tapeline.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class WriterPropertiesTest {
    private static final Map<String, String> ROLES =
            Map.of("tapeline.writer.roles.writer-password", "w", "tapeline.writer.roles.reader-password", "r");

    private static WriterProperties bind(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(ROLES);
        all.putAll(more);
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("tapeline.writer", WriterProperties.class);
    }

    @Test
    void everySettingButThePasswordsHasADefault() {
        WriterProperties settings = bind(Map.of());
        assertThat(settings.reconnectDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.optionSummaryInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.retention()).isEmpty();
        assertThat(settings.retentionInterval()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.deleteStep()).isEqualTo(10_000);
        assertThat(settings.disk())
                .isEqualTo(new WriterProperties.Disk(
                        null, 90, DataSize.ofBytes(0), Duration.ofHours(1), Duration.ofMinutes(1)));
    }

    @Test
    void everySettingHasItsName() {
        WriterProperties settings = bind(Map.of(
                "tapeline.writer.reconnect-delay", "2s",
                "tapeline.writer.option-summary-interval", "30s",
                "tapeline.writer.retention.trades", "3d",
                "tapeline.writer.retention-interval", "4h",
                "tapeline.writer.delete-step", "5",
                "tapeline.writer.disk.path", "/tmp",
                "tapeline.writer.disk.max-used-percent", "80",
                "tapeline.writer.disk.max-database-size", "7GB",
                "tapeline.writer.disk.keep-at-least", "8h",
                "tapeline.writer.disk.interval", "9s"));
        assertThat(settings)
                .isEqualTo(new WriterProperties(
                        Duration.ofSeconds(2),
                        new WriterProperties.Roles("w", "r"),
                        Duration.ofSeconds(30),
                        Map.of("trades", Duration.ofDays(3)),
                        Duration.ofHours(4),
                        5,
                        new WriterProperties.Disk(
                                Path.of("/tmp"),
                                80,
                                DataSize.ofGigabytes(7),
                                Duration.ofHours(8),
                                Duration.ofSeconds(9))));
    }

    @Test
    void whatCannotBeIsNamed() {
        assertThatThrownBy(() -> bind(Map.of("tapeline.writer.disk.max-used-percent", "101")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessage("tapeline.writer.disk.max-used-percent: expected 1 to 100, got 101");
        assertThatThrownBy(() -> bind(Map.of("tapeline.writer.option-summary-interval", "2m")))
                .rootCause()
                .hasMessage("tapeline.writer.option-summary-interval: expected 0s to 1m, got PT2M");
        assertThatThrownBy(() -> bind(Map.of("tapeline.writer.roles.reader-password", " ")))
                .rootCause()
                .hasMessage("tapeline.writer.roles.reader-password: expected a password, got nothing");
    }

    @Test
    void passwordsAreNeverPrinted() {
        assertThat(bind(Map.of("tapeline.writer.roles.writer-password", "s3cret-word"))
                        .toString())
                .contains("Roles")
                .doesNotContain("s3cret-word");
    }
}
