package io.tapeline.venue.deribit;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed {@code deribit} as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeribitSettings.class)
public class DeribitVenues {

    @Bean
    public Venue deribit(DeribitSettings settings) {
        return new DeribitVenue(settings);
    }
}
