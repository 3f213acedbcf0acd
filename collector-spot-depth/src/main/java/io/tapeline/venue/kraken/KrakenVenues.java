package io.tapeline.venue.kraken;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed of Kraken's spot exchange as a bean: {@code kraken}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KrakenSettings.class)
public class KrakenVenues {

    @Bean
    public Venue kraken(KrakenSettings settings) {
        return new KrakenVenue(settings);
    }
}
