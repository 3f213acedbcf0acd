package io.tapeline.bus;

import static org.awaitility.Awaitility.await;

import io.tapeline.model.event.MarketEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** RabbitMQ killed without warning while events flow through it. */
@Testcontainers(disabledWithoutDocker = true)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class KilledBrokerTest extends RabbitMqFixture {
    @Container
    private static final ContainerBroker RABBIT = new ContainerBroker();

    KilledBrokerTest() {
        super(RABBIT);
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
}
