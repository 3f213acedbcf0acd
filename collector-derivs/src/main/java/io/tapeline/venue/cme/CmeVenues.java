package io.tapeline.venue.cme;

import io.tapeline.collector.venue.Venue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed {@code cme} as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CmeSettings.class)
public class CmeVenues {
    private static final Logger log = LoggerFactory.getLogger(CmeVenues.class);

    @Bean
    public Venue cme(CmeSettings settings) {
        log.info(
                "cme reads {}, {}, {}",
                settings.datamine().entitled() ? "DataMine" : "no DataMine (no CME_API_KEY and CME_API_SECRET)",
                settings.dropped().map(folder -> "files in " + folder).orElse("no folder"),
                settings.publicPages() ? "the delayed public pages" : "no public pages (tapeline.cme.public-pages)");
        return new CmeVenue(settings);
    }
}
