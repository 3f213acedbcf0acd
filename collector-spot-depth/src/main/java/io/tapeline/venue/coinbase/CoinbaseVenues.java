package io.tapeline.venue.coinbase;

import io.tapeline.collector.venue.Venue;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed {@code coinbase} as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CoinbaseSettings.class)
public class CoinbaseVenues {

    @Bean
    public Venue coinbase(CoinbaseSettings settings) {
        return new CoinbaseVenue(settings, Clock.systemUTC());
    }
}
