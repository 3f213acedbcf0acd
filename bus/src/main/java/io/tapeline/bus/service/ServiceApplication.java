package io.tapeline.bus.service;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A service that runs by itself or beside others in one process.
 *
 * @param type its application class
 * @param name name of the service and of its settings file
 */
public record ServiceApplication(Class<?> type, String name) {

    /** Starts it as a program of its own. */
    public void run(String... args) {
        builder().run(args);
    }

    /**
     * Starts it inside another program; closing the context stops it.
     *
     * @param properties settings that overrule those of the file and the environment
     */
    public ConfigurableApplicationContext start(Map<String, Object> properties) {
        // As arguments, since these win over the environment and the file.
        return builder()
                .run(properties.entrySet().stream()
                        .map(e -> "--" + e.getKey() + "=" + e.getValue())
                        .toArray(String[]::new));
    }

    private SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(type)
                .main(type)
                .web(WebApplicationType.REACTIVE)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of("spring.config.name", name));
    }
}
