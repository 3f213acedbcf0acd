package io.tapeline.bus;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * For the service that stores: consumes the two writer queues for its {@link BatchHandler}, which is called by one thread
 * for each queue, and gives the health contributor {@code busConsumer}. Wants a {@link MeterRegistry}; uses a
 * {@link Clock} where there is one.
 */
@Configuration(proxyBeanMethods = false)
@Import(BusConnectionConfiguration.class)
public class BusConsumerConfiguration {

    @Bean
    EventConsumer liveEventConsumer(
            CachingConnectionFactory connections,
            BusProperties settings,
            BatchHandler handler,
            MeterRegistry registry,
            ObjectProvider<Clock> clock) {
        return new EventConsumer(
                connections,
                settings,
                BusTopology.WRITER_QUEUE,
                handler,
                registry,
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    EventConsumer historyEventConsumer(
            CachingConnectionFactory connections,
            BusProperties settings,
            BatchHandler handler,
            MeterRegistry registry,
            ObjectProvider<Clock> clock) {
        return new EventConsumer(
                connections,
                settings,
                BusTopology.WRITER_HISTORY_QUEUE,
                handler,
                registry,
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    HealthIndicator busConsumerHealthIndicator(EventConsumer liveEventConsumer) {
        return () -> (liveEventConsumer.connected() ? Health.up() : Health.outOfService())
                .withDetail("broker", liveEventConsumer.connected() ? "connected" : "away")
                .build();
    }
}
