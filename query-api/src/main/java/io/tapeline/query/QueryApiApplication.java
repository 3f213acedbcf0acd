package io.tapeline.query;

import io.tapeline.bus.service.ServiceApplication;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
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

    private static final ServiceApplication SERVICE = new ServiceApplication(QueryApiApplication.class, NAME);

    public static void main(String[] args) {
        SERVICE.run(args);
    }

    /**
     * Starts the service inside another program.
     *
     * @param properties settings that overrule those of {@code query-api.yml} and of the environment
     */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        return SERVICE.start(properties);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
