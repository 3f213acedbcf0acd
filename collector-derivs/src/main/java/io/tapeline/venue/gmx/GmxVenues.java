package io.tapeline.venue.gmx;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed {@code gmx} as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GmxSettings.class)
public class GmxVenues {

    @Bean
    public Venue gmx(GmxSettings settings) {
        return new GmxVenue(settings);
    }
}
