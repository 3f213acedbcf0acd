package io.tapeline.venue.binance;

import io.tapeline.bus.service.ServiceApplication;
import io.tapeline.collector.service.CollectorService;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The service that collects Binance spot and USD-M futures. */
@SpringBootConfiguration(proxyBeanMethods = false)
@CollectorService
@Import(BinanceVenues.class)
public class BinanceCollectorApplication {
    /** Name of the service and of its settings file. */
    public static final String NAME = "collector-binance";

    private static final ServiceApplication SERVICE = new ServiceApplication(BinanceCollectorApplication.class, NAME);

    public static void main(String[] args) {
        SERVICE.run(args);
    }

    /**
     * Starts the service inside another program.
     *
     * @param properties settings that overrule those of {@code collector-binance.yml} and of the environment
     */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        return SERVICE.start(properties);
    }
}
