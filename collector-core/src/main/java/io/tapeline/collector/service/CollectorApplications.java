package io.tapeline.collector.service;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Builds collector services. */
public final class CollectorApplications {
    private CollectorApplications() {}

    /**
     * A collector service.
     *
     * @param type class with {@link CollectorService} on it
     * @param name name of the service and of its settings file
     */
    public static SpringApplicationBuilder of(Class<?> type, String name) {
        return new SpringApplicationBuilder(type)
                .web(WebApplicationType.REACTIVE)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of("spring.config.name", name));
    }

    /** Settings as arguments, which overrule the settings file and the environment. */
    public static String[] arguments(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
    }
}
