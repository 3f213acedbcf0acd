package io.tapeline.venue.dydx;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed of dYdX as a bean: {@code dydx}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DydxSettings.class)
public class DydxVenues {

    @Bean
    public Venue dydx(DydxSettings settings) {
        return new DydxVenue(settings);
    }
}
