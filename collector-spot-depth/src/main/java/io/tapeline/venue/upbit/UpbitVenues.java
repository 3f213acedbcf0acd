package io.tapeline.venue.upbit;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed {@code upbit} as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpbitSettings.class)
public class UpbitVenues {

    @Bean
    public Venue upbit(UpbitSettings settings) {
        return new UpbitVenue(settings);
    }
}
