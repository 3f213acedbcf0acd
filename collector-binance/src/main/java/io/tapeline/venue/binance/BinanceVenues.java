package io.tapeline.venue.binance;

import io.tapeline.collector.venue.Venue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two feeds of Binance as beans: {@code binance} (spot) and {@code binance-futures} (USD-M). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BinanceSettings.class)
public class BinanceVenues {

    @Bean
    public Venue binanceSpot(BinanceSettings settings) {
        return new BinanceSpotVenue(settings);
    }

    @Bean
    public Venue binanceFutures(BinanceSettings settings) {
        return new BinanceFuturesVenue(settings);
    }
}
