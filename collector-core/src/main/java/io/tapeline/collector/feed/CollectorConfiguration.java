package io.tapeline.collector.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.bus.EventPublisher;
import io.tapeline.collector.frame.Recordings;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.collector.venue.Venue;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the feeds of every {@link Venue} bean; wants an {@link EventPublisher}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CollectorProperties.class)
public class CollectorConfiguration {

    @Bean
    ReceiveClock receiveClock() {
        return ReceiveClock.system();
    }

    @Bean
    Recordings recordings(CollectorProperties properties, ReceiveClock clock, MeterRegistry registry) {
        return new Recordings(properties.recording(), clock, registry);
    }

    @Bean
    NettyTransport feedTransport(
            CollectorProperties properties, ReceiveClock clock, Recordings recordings, MeterRegistry registry) {
        return new NettyTransport(properties, clock, recordings, registry);
    }

    @Bean
    Feeds feeds(
            List<Venue> venues,
            CollectorProperties properties,
            EventPublisher publisher,
            FeedTransport transport,
            ReceiveClock clock,
            MeterRegistry registry) {
        return new Feeds(venues, properties, publisher, transport, clock::micros, registry);
    }

    @Bean
    HealthIndicator feedsHealthIndicator(Feeds feeds) {
        return new FeedsHealth(feeds);
    }
}
