package io.tapeline.spotdepth;

import io.tapeline.bus.service.ServiceApplication;
import io.tapeline.collector.service.CollectorService;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The service that collects spot and prediction markets. */
@SpringBootConfiguration(proxyBeanMethods = false)
@CollectorService
@Import(SpotDepthVenues.class)
public class SpotDepthCollectorApplication {
    /** Name of the service and of its settings file. */
    public static final String NAME = "collector-spot-depth";

    private static final ServiceApplication SERVICE = new ServiceApplication(SpotDepthCollectorApplication.class, NAME);

    public static void main(String[] args) {
        SERVICE.run(args);
    }

    /**
     * Starts the service inside another program.
     *
     * @param properties settings that overrule those of {@code collector-spot-depth.yml} and of the environment
     */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        return SERVICE.start(properties);
    }
}
