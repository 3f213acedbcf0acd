package io.tapeline.collector.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.frame.RecordingSettings;
import io.tapeline.collector.rest.RestSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsDefaultsTest {
    private static <T> T bound(Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("x", type);
    }

    @Test
    void settingsThatSayNothingAreTheDefaults() {
        assertThat(bound(SessionSettings.class, Map.of())).isEqualTo(SessionSettings.defaults());
        assertThat(bound(RestSettings.class, Map.of())).isEqualTo(RestSettings.defaults());
        assertThat(bound(RecordingSettings.class, Map.of("x.enabled", "true")))
                .isEqualTo(RecordingSettings.into(Path.of("data/recordings")));
    }

    @Test
    void settingsAreReadByName() {
        assertThat(bound(SessionSettings.class, Map.of("x.lifetime-margin", "3m", "x.queued-frames", "9")))
                .returns(Duration.ofMinutes(3), SessionSettings::lifetimeMargin)
                .returns(9, SessionSettings::queuedFrames);
        assertThat(bound(RestSettings.class, Map.of("x.share", "0.25", "x.max-body", "1MB")))
                .returns(0.25, RestSettings::share)
                .returns(1L << 20, settings -> settings.maxBody().toBytes());
    }

    @Test
    void aSettingOutOfRangeIsNamed() {
        assertThatThrownBy(() -> bound(RestSettings.class, Map.of("x.share", "1.5")))
                .hasRootCauseMessage("share: expected above 0 to 1, got 1.5");
        assertThatThrownBy(() -> bound(SessionSettings.class, Map.of("x.jitter", "1")))
                .hasRootCauseMessage("jitter: expected 0 to below 1, got 1.0");
    }
}
