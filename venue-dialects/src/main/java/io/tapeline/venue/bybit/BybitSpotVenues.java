package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed {@code bybit-spot} as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BybitSpotSettings.class)
public class BybitSpotVenues {

    @Bean
    public Venue bybitSpot(BybitSpotSettings settings) {
        return new BybitSpotVenue(settings);
    }
}
