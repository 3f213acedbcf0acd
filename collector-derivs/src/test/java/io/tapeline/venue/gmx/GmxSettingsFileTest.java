package io.tapeline.venue.gmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** venue/gmx.yml says what the settings say without it. */
class GmxSettingsFileTest {
    @Test
    void theFileHasTheDefaults() throws IOException {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new YamlPropertySourceLoader()
                        .load("file", new ClassPathResource("venue/gmx.yml"))
                        .getFirst());
        GmxSettings inFile = Binder.get(environment).bindOrCreate("tapeline.gmx", GmxSettings.class);
        GmxSettings without = Binder.get(new StandardEnvironment()).bindOrCreate("tapeline.gmx", GmxSettings.class);
        assertThat(inFile).isEqualTo(without);
        assertThat(inFile.apis()).isEqualTo(List.of("https://arbitrum.gmxapi.io", "https://arbitrum.gmxapi.ai"));
    }
}
