package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed of Hyperliquid as a bean: {@code hyperliquid}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HyperliquidSettings.class)
public class HyperliquidVenues {

    @Bean
    public Venue hyperliquid(HyperliquidSettings settings) {
        return new HyperliquidVenue(settings);
    }
}
