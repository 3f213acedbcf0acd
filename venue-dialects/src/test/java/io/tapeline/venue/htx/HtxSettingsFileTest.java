package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** venue/htx.yml: the defaults, and what the profile of the emulator changes. */
class HtxSettingsFileTest {

    /** The settings as they are when these variables are set, and no other. */
    private static Binder with(boolean emulated, Map<String, Object> variables) throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(new SystemEnvironmentPropertySource("environment", new HashMap<>(variables)));
        var documents = new YamlPropertySourceLoader().load("file", new ClassPathResource("venue/htx.yml"));
        assertThat(documents).hasSize(2);
        if (emulated) {
            sources.addLast(documents.getLast());
        }
        sources.addLast(documents.getFirst());
        return new Binder(ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources));
    }

    @Test
    void withoutVariablesTheDefaultsAreTheVenuesHosts() throws IOException {
        assertThat(with(false, Map.of()).bindOrCreate("tapeline.htx", HtxSettings.class))
                .isEqualTo(HtxSettings.defaults());
    }

    @Test
    void theProfileOfTheEmulatorChangesAllHosts() throws IOException {
        HtxSettings settings = with(true, Map.of("TAPELINE_EMULATOR_WS", "ws://127.0.0.1:9"))
                .bindOrCreate("tapeline.htx", HtxSettings.class);
        assertThat(settings.toString())
                .contains("rest=http://127.0.0.1:8090/htx-swap", "ws=ws://127.0.0.1:9/htx-swap")
                .doesNotContain("https:", "wss:");
    }

    @Test
    void symbolReplacesTheAssets() throws IOException {
        var feed =
                with(false, Map.of("SYMBOL", "BTC,DOGE")).bindOrCreate("tapeline.collector.feeds.htx-swap", Map.class);
        assertThat(feed.toString()).contains("assets=BTC,DOGE");
    }
}
