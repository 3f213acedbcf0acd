package io.tapeline.venue.htx;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed of HTX's linear contracts as a bean: {@code htx-swap}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HtxSettings.class)
public class HtxSwapVenues {

    @Bean
    public Venue htxSwap(HtxSettings settings) {
        return new HtxSwapVenue(settings);
    }
}
