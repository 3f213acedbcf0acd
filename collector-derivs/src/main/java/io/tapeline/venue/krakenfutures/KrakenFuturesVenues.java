package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed of Kraken Futures as a bean: {@code kraken-futures}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KrakenFuturesSettings.class)
public class KrakenFuturesVenues {

    @Bean
    public Venue krakenFutures(KrakenFuturesSettings settings) {
        return new KrakenFuturesVenue(settings);
    }
}
