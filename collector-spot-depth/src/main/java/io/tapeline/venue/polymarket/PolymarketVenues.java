package io.tapeline.venue.polymarket;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed of Polymarket as a bean: {@code polymarket}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolymarketSettings.class)
public class PolymarketVenues {

    @Bean
    public Venue polymarket(PolymarketSettings settings) {
        return new PolymarketVenue(settings);
    }
}
