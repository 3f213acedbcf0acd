package io.tapeline.venue.okx;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed {@code okx} as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OkxSettings.class)
public class OkxVenues {

    @Bean
    public Venue okx(OkxSettings settings) {
        return new OkxVenue(settings);
    }
}
