package io.tapeline.venue.gmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.venue.testing.SettingsFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

/** venue/gmx.yml says what the settings say without it. */
class GmxSettingsFileTest {
    @Test
    void theFileHasTheDefaults() {
        GmxSettings inFile =
                SettingsFile.binder("gmx", false, Map.of()).bindOrCreate("tapeline.gmx", GmxSettings.class);
        GmxSettings without = new Binder().bindOrCreate("tapeline.gmx", GmxSettings.class);
        assertThat(inFile).isEqualTo(without);
        assertThat(inFile.apis()).isEqualTo(List.of("https://arbitrum.gmxapi.io", "https://arbitrum.gmxapi.ai"));
    }
}
