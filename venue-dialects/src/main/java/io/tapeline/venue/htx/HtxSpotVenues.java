package io.tapeline.venue.htx;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed of HTX's spot pairs as a bean: {@code htx}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HtxSpotSettings.class)
public class HtxSpotVenues {

    @Bean
    public Venue htxSpot(HtxSpotSettings settings) {
        return new HtxSpotVenue(settings);
    }
}
