package io.tapeline.venue.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.venue.testing.SettingsFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

/** venue/velocity.yml says what the settings say without it. */
class DriftSettingsFileTest {
    @Test
    void theFileHasTheDefaults() {
        DriftSettings inFile =
                SettingsFile.binder("velocity", false, Map.of()).bindOrCreate("tapeline.velocity", DriftSettings.class);
        DriftSettings without = new Binder().bindOrCreate("tapeline.velocity", DriftSettings.class);
        assertThat(inFile).isEqualTo(without);
        assertThat(inFile.data()).isEqualTo(List.of("https://data.velocity.exchange"));
        assertThat(inFile.frozen()).isEmpty();
    }
}
