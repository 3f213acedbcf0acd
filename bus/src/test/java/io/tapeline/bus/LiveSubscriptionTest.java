package io.tapeline.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.model.event.EventSamples;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.json.EventCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

class LiveSubscriptionTest {
    private final EmbeddedBroker broker = EmbeddedBroker.started();
    private final CachingConnectionFactory connections = broker.connections();
    private final CachingConnectionFactory others = broker.connections();
    private final RabbitTemplate template = new RabbitTemplate(others);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<MarketEvent> seen = Collections.synchronizedList(new ArrayList<>());
    private LiveSubscription subscription;

    @AfterEach
    void stop() {
        subscription.stop();
        connections.destroy();
        others.destroy();
        broker.stop();
    }

    @Test
    void eventsOfThePatternsArriveInOrderAndNoOthers() {
        start(1000, seen::add, "trade.binance.#", "book.#");
        EventSamples.all().forEach(this::publish);
        publish(Events.trade("A", 1));
        await().until(() -> seen.size() == 3);
        assertThat(seen)
                .containsExactly(EventSamples.all().get(0), EventSamples.all().get(1), Events.trade("A", 1));
    }

    @Test
    void aSlowReaderGetsTheNewestAndWhatItMissedIsCounted() {
        CountDownLatch slow = new CountDownLatch(1);
        start(
                10,
                event -> {
                    try {
                        slow.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    seen.add(event);
                },
                "trade.#");
        Events.trades("A", 0, 500).forEach(this::publish);
        await().until(() -> meters.counter("tapeline.bus.live.dropped").count() == 489);
        slow.countDown();
        await().until(() -> seen.size() == 11);
        assertThat(seen.subList(1, 11)).isEqualTo(Events.trades("A", 490, 500));
    }

    @Test
    void itIsThereAgainAfterTheBrokerWasRestarted() {
        start(1000, seen::add, "trade.#");
        broker.restart();
        await().untilAsserted(() -> {
            publish(Events.trade("A", 1));
            assertThat(seen).isNotEmpty();
        });
    }

    private void start(int capacity, Consumer<MarketEvent> callback, String... patterns) {
        subscription = new LiveSubscription(connections, List.of(patterns), capacity, callback, meters);
        subscription.start();
        await().until(() -> subscription.connected());
    }

    private void publish(MarketEvent event) {
        template.send(
                BusTopology.EXCHANGE, LaneKey.of(event).routingKey(), new Message(EventCodec.writeAll(List.of(event))));
    }
}
