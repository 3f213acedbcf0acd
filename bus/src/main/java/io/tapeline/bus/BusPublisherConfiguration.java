package io.tapeline.bus;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * For services that publish: gives an {@link EventPublisher} and the health contributor {@code busPublisher}, which belongs
 * to readiness and never to liveness. Wants a {@link MeterRegistry}.
 */
@Configuration(proxyBeanMethods = false)
@Import(BusConnectionConfiguration.class)
public class BusPublisherConfiguration {

    @Bean(destroyMethod = "close")
    SpoolingPublisher eventPublisher(
            CachingConnectionFactory connections, BusProperties settings, MeterRegistry registry) {
        // Publishing has a connection of its own: a broker that blocks publishers must not stop acknowledgements.
        CachingConnectionFactory own =
                connections.getPublisherConnectionFactory() instanceof CachingConnectionFactory it ? it : connections;
        return SpoolingPublisher.open(own, settings, registry);
    }

    @Bean
    SmartLifecycle eventPublisherLifecycle(SpoolingPublisher publisher) {
        return new PublisherLifecycle(publisher);
    }

    @Bean
    HealthIndicator busPublisherHealthIndicator(SpoolingPublisher publisher) {
        return () -> (publisher.connected() ? Health.up() : Health.outOfService())
                .withDetail("broker", publisher.connected() ? "connected" : "away")
                .withDetail("spooled_bytes", publisher.spooledBytes())
                .build();
    }
}
