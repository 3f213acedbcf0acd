package io.tapeline.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.json.EventCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

class EmbeddedPublishingTest {
    @TempDir
    Path spool;

    private final EmbeddedBroker broker = EmbeddedBroker.stopped();
    private final CachingConnectionFactory publisherConnections = broker.connections();
    private final CachingConnectionFactory otherConnections = broker.connections();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        publisherConnections.destroy();
        otherConnections.destroy();
        broker.stop();
    }

    @Test
    void eventsArriveInOrderInTheQueueOfTheWriter() throws Exception {
        broker.start();
        try (SpoolingPublisher publisher = publisher()) {
            List<MarketEvent> trades = Events.trades("BTCUSDT", 0, 1000);
            trades.forEach(trade -> assertThat(publisher.offer(trade)).isTrue());
            publisher.flush().get(10, TimeUnit.SECONDS);
            assertThat(received(1000)).isEqualTo(trades);
            assertThat(meters.counter("tapeline.bus.spooled").count()).isZero();
            assertThat(meters.counter("tapeline.bus.published").count()).isEqualTo(1000);
        }
    }

    @Test
    void whatIsOfferedWhileTheBrokerIsAbsentArrivesInOrderWhenItComes() throws Exception {
        try (SpoolingPublisher publisher = publisher()) {
            publisher.offer(Events.trade("BTCUSDT", 0));
            await().until(() -> publisher.spooledBytes() > 0);
            Events.trades("BTCUSDT", 1, 500).forEach(publisher::offer);
            publisher.flush().get(10, TimeUnit.SECONDS);
            broker.start();
            await().until(() -> publisher.connected() && publisher.spooledBytes() == 0);
            Events.trades("BTCUSDT", 500, 1000).forEach(publisher::offer);
            publisher.flush().get(10, TimeUnit.SECONDS);
            assertThat(received(1000)).isEqualTo(Events.trades("BTCUSDT", 0, 1000));
        }
    }

    private SpoolingPublisher publisher() {
        return SpoolingPublisher.open(publisherConnections, TestSettings.of(spool), meters);
    }

    private List<MarketEvent> received(int count) {
        RabbitTemplate template = new RabbitTemplate(otherConnections);
        List<MarketEvent> events = new ArrayList<>();
        while (events.size() < count) {
            Message message = template.receive(BusTopology.WRITER_QUEUE, 5_000);
            assertThat(message).as("a message after %d events", events.size()).isNotNull();
            events.addAll(EventCodec.readAll(message.getBody()));
        }
        return events;
    }
}
