package io.tapeline.launcher;

import io.tapeline.collector.feed.CollectorProperties;
import io.tapeline.collector.venue.Venue;
import io.tapeline.derivs.DerivativesVenues;
import io.tapeline.spotdepth.SpotDepthVenues;
import io.tapeline.venue.binance.BinanceVenues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The venues that Tapeline knows, with their settings, without the services that collect them.
 *
 * @param all every feed
 * @param properties what the settings files of the collectors say together
 */
record Venues(Collection<Venue> all, CollectorProperties properties) {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CollectorProperties.class)
    @Import({BinanceVenues.class, DerivativesVenues.class, SpotDepthVenues.class})
    static class Registered {}

    static Venues load() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Registered.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of("spring.config.name", "collector-binance,collector-derivs,collector-spot-depth"))
                .run("--spring.main.web-application-type=none")) {
            return new Venues(
                    List.copyOf(context.getBeansOfType(Venue.class).values()),
                    context.getBean(CollectorProperties.class));
        }
    }

    Optional<Venue> find(String feed) {
        return all.stream().filter(venue -> venue.feed().equals(feed)).findFirst();
    }

    /** The venue of a feed, or one clear error. */
    Venue require(String feed) {
        return find(feed)
                .orElseThrow(() -> new UsageError("--feed: '" + feed + "' is no feed, expected one of "
                        + all.stream().map(Venue::feed).sorted().toList()));
    }
}
