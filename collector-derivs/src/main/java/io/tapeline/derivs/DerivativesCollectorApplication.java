package io.tapeline.derivs;

import io.tapeline.bus.service.ServiceApplication;
import io.tapeline.collector.service.CollectorService;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The service that collects the derivatives venues. */
@SpringBootConfiguration(proxyBeanMethods = false)
@CollectorService
@Import(DerivativesVenues.class)
public class DerivativesCollectorApplication {
    /** Name of the service and of its settings file. */
    public static final String NAME = "collector-derivs";

    private static final ServiceApplication SERVICE =
            new ServiceApplication(DerivativesCollectorApplication.class, NAME);

    public static void main(String[] args) {
        SERVICE.run(args);
    }

    /**
     * Starts the service inside another program.
     *
     * @param properties settings that overrule those of {@code collector-derivs.yml} and of the environment
     */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        return SERVICE.start(properties);
    }
}
