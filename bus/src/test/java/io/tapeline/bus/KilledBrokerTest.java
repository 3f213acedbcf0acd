package io.tapeline.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.model.event.MarketEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** RabbitMQ killed without warning while events flow through it. */
@Testcontainers(disabledWithoutDocker = true)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class KilledBrokerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Container
    private static final ContainerBroker RABBIT = new ContainerBroker();

    @TempDir
    Path spool;

    private final CachingConnectionFactory publishing = RABBIT.connections();
    private final CachingConnectionFactory consuming = RABBIT.connections();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Set<MarketEvent> stored = Collections.synchronizedSet(new LinkedHashSet<>());
    private EventConsumer consumer;

    @AfterEach
    void stop() {
        if (consumer != null) {
            consumer.stop();
        }
        publishing.destroy();
        consuming.destroy();
    }

    @Test
    void aBrokerKilledInMidRunLosesNothingAndKeepsEachKeysOrder() throws Exception {
        consume();
        try (SpoolingPublisher publisher = publisher()) {
            await().atMost(PATIENCE).until(publisher::connected);
            CountDownLatch half = new CountDownLatch(1);
            Thread feed = Thread.ofPlatform().start(() -> feed(publisher, 60_000, half));
            half.await();
            RABBIT.kill();
            await().atMost(PATIENCE).until(() -> !publisher.connected());
            RABBIT.startAgain();
            feed.join();
            await().atMost(PATIENCE).until(() -> stored.size() == 60_000);
            await().atMost(PATIENCE).until(() -> publisher.connected() && publisher.spooledBytes() == 0);
        }
        for (int key = 0; key < 10; key++) {
            assertStored("K" + key, 6_000);
        }
    }

    private static void feed(EventPublisher publisher, int events, CountDownLatch half) {
        for (int i = 0; i < events; i++) {
            MarketEvent event = Events.trade("K" + i % 10, i / 10);
            while (!publisher.offer(event)) {
                Thread.onSpinWait();
            }
            if (i == events / 2) {
                half.countDown();
            }
        }
    }

    private SpoolingPublisher publisher(Object... replaced) {
        return SpoolingPublisher.open(publishing, TestSettings.of(spool, replaced), meters);
    }

    private void consume(Object... replaced) {
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
    private void assertStored(String symbol, int count) {
        assertThat(stored.stream()
                        .filter(event -> event.instrumentId().symbol().equals(symbol))
                        .map(Events::id))
                .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
    }
}
