package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed {@code coinbase-futures} as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CoinbaseFuturesSettings.class)
public class CoinbaseFuturesVenues {

    @Bean
    public Venue coinbaseFutures(CoinbaseFuturesSettings settings) {
        return new CoinbaseFuturesVenue(settings);
    }
}
