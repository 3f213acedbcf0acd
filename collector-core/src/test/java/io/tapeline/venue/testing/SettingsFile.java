package io.tapeline.venue.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** A venue's settings file: the defaults, and in its second document what the profile of the emulator changes. */
public final class SettingsFile {
    private SettingsFile() {}

    /** Its settings when these variables of the environment are set, and no other. */
    public static Binder binder(String name, boolean emulated, Map<String, Object> variables) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(new SystemEnvironmentPropertySource("environment", new HashMap<>(variables)));
        List<PropertySource<?>> documents = documents(name);
        assertThat(documents).as(name).hasSize(2);
        if (emulated) {
            sources.addLast(documents.getLast());
        }
        sources.addLast(documents.getFirst());
        return new Binder(ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources));
    }

    private static List<PropertySource<?>> documents(String name) {
        try {
            return new YamlPropertySourceLoader().load("file", new ClassPathResource("venue/" + name + ".yml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
