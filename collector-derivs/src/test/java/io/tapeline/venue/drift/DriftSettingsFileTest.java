package io.tapeline.venue.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** venue/velocity.yml says what the settings say without it. */
class DriftSettingsFileTest {
    @Test
    void theFileHasTheDefaults() throws IOException {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new YamlPropertySourceLoader()
                        .load("file", new ClassPathResource("venue/velocity.yml"))
                        .getFirst());
        DriftSettings inFile = Binder.get(environment).bindOrCreate("tapeline.velocity", DriftSettings.class);
        DriftSettings without =
                Binder.get(new StandardEnvironment()).bindOrCreate("tapeline.velocity", DriftSettings.class);
        assertThat(inFile).isEqualTo(without);
        assertThat(inFile.data()).isEqualTo(List.of("https://data.velocity.exchange"));
        assertThat(inFile.frozen()).isEmpty();
    }
}
