package io.tapeline.query;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The query service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
@QueryAutoConfiguration
public class QueryApiApplication {
    /** Name of the service and of its configuration file. */
    public static final String NAME = "query-api";

    public static void main(String[] args) {
        application().run(args);
    }

    /**
     * Starts the service inside another program.
     *
     * @param properties settings that overrule those of {@code query-api.yml} and of the environment
     */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        String[] arguments = properties.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        return application().run(arguments);
    }

    private static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(QueryApiApplication.class)
                .main(QueryApiApplication.class)
                .web(WebApplicationType.REACTIVE)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of("spring.config.name", NAME));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
