package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed {@code bybit} as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BybitSettings.class)
public class BybitLinearVenues {

    @Bean
    public Venue bybitLinear(BybitSettings settings) {
        return new BybitLinearVenue(settings);
    }
}
