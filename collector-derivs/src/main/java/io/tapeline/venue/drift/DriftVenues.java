package io.tapeline.venue.drift;

import io.tapeline.collector.venue.Venue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed {@code drift} as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DriftSettings.class)
public class DriftVenues {
    private static final Logger log = LoggerFactory.getLogger(DriftVenues.class);

    @Bean
    public Venue drift(DriftSettings settings) {
        if (!settings.frozen().isEmpty()) {
            log.warn(
                    "drift: {} stopped on 2026-04-01 and still answers with what was true then; Velocity is the live venue",
                    settings.frozen());
        }
        return new DriftVenue(settings);
    }
}
