package io.tapeline.collector.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.bus.EventPublisher;
import io.tapeline.collector.venue.Venue;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the feeds of every {@link Venue} bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CollectorProperties.class)
public class CollectorConfiguration {

    @Bean
    Feeds feeds(
            List<Venue> venues,
            CollectorProperties properties,
            EventPublisher publisher,
            FeedTransport transport,
            LongSupplier receiveClock,
            MeterRegistry registry) {
        return new Feeds(venues, properties, publisher, transport, receiveClock, registry);
    }

    @Bean
    HealthIndicator feedsHealthIndicator(Feeds feeds) {
        return new FeedsHealth(feeds);
    }
}
