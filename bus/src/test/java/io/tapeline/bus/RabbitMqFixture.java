package io.tapeline.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.model.event.MarketEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/** A publisher and a consumer on a RabbitMQ in a container, and what the consumer was given. */
abstract class RabbitMqFixture {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path spool;

    final CachingConnectionFactory publishing;
    final CachingConnectionFactory consuming;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Set<MarketEvent> stored = Collections.synchronizedSet(new LinkedHashSet<>());
    EventConsumer consumer;

    RabbitMqFixture(ContainerBroker broker) {
        publishing = broker.connections();
        consuming = broker.connections();
    }

    @AfterEach
    void stop() {
        if (consumer != null) {
            consumer.stop();
        }
        publishing.destroy();
        consuming.destroy();
    }

    SpoolingPublisher publisher(Object... replaced) {
        return SpoolingPublisher.open(publishing, TestSettings.of(spool, replaced), meters);
    }

    void consume(Object... replaced) {
        consumer = new EventConsumer(
                consuming,
                TestSettings.of(spool, replaced),
                BusTopology.WRITER_QUEUE,
                batch -> {
                    stored.addAll(batch);
                    return List.of();
                },
                meters,
                Clock.systemUTC());
        consumer.start();
    }

    /** The set keeps the order of first arrivals. */
    void assertStored(String symbol, int count) {
        assertThat(stored.stream()
                        .filter(event -> event.instrumentId().symbol().equals(symbol))
                        .map(Events::id))
                .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
    }
}
