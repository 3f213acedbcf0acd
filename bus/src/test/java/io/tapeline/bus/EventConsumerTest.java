package io.tapeline.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.bus.BatchHandler.Rejection;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.json.EventCodec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

class EventConsumerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    private static final String KEY = "trade.binance.spot.A";

    private final EmbeddedBroker broker = EmbeddedBroker.started();
    private final CachingConnectionFactory connections = broker.connections();
    private final CachingConnectionFactory others = broker.connections();
    private final RabbitTemplate template = new RabbitTemplate(others);
    private final RabbitAdmin admin = new RabbitAdmin(others);
    private final List<MarketEvent> stored = Collections.synchronizedList(new ArrayList<>());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private EventConsumer consumer;

    @AfterEach
    void stop() {
        consumer.stop();
        connections.destroy();
        others.destroy();
        broker.stop();
    }

    @Test
    void eventsAreHandedOverInOrderInBatchesAndThenAcknowledged() {
        List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch first = new CountDownLatch(1);
        start(batch -> {
            first.await();
            batches.add(batch.size());
            return store(batch);
        });
        for (int i = 0; i < 500; i++) {
            publish(Events.trades("A", 2 * i, 2 * i + 2));
        }
        first.countDown();
        await().until(() -> stored.size() == 1000);
        assertThat(stored).isEqualTo(Events.trades("A", 0, 1000));
        assertThat(batches).as("events per batch").anyMatch(size -> size > 100);
        consumer.stop();
        assertThat(waiting(BusTopology.WRITER_QUEUE)).isZero();
    }

    @Test
    void nothingIsAcknowledgedBeforeTheHandlerReturned() throws Exception {
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        start(batch -> {
            handling.countDown();
            never.await();
            return store(batch);
        });
        publish(Events.trades("A", 0, 2));
        handling.await();
        connections.resetConnection();
        await().untilAsserted(() -> assertThat(
                        meters.get("tapeline.bus.consumed").counter().count())
                .isZero());
        consumer.stop();
        never.countDown();
        await().until(() -> waiting(BusTopology.WRITER_QUEUE) == 1);
    }

    @Test
    void aMessageThatIsNoJsonGoesToTheDeadLettersAndItsNeighboursAreStored() {
        start(this::store);
        publish(Events.trades("A", 0, 2));
        publish("{broken");
        publish(Events.trades("A", 2, 4));
        await().until(() -> stored.size() == 4);
        assertThat(stored).isEqualTo(Events.trades("A", 0, 4));
        Message dead = template.receive(BusTopology.DEAD_QUEUE, 5_000);
        assertThat(new String(dead.getBody(), UTF_8)).isEqualTo("{broken");
        assertThat(dead.getMessageProperties().getHeaders())
                .containsEntry("reason", "body: expected an array of events")
                .containsEntry("exchange", "market_data")
                .containsEntry("routing_key", KEY)
                .containsEntry("time", "2026-11-20T10:00:00Z");
    }

    @Test
    void onePoisonEventOfAMessageGoesToTheDeadLettersAlone() {
        start(this::store);
        String body = new String(EventCodec.writeAll(Events.trades("A", 0, 5)), UTF_8);
        publish(body.replace("\"trade_id\":\"3\",\"side\":\"buy\"", "\"trade_id\":\"3\",\"side\":\"long\""));
        await().until(() -> stored.size() == 4);
        assertThat(stored).extracting(Events::id).containsExactly(0, 1, 2, 4);
        Message dead = template.receive(BusTopology.DEAD_QUEUE, 5_000);
        assertThat(new String(dead.getBody(), UTF_8))
                .startsWith("[{\"kind\":\"trade\"")
                .contains("\"trade_id\":\"3\"")
                .doesNotContain("\"trade_id\":\"2\"")
                .endsWith("}]");
        assertThat((String) dead.getMessageProperties().getHeader("reason")).startsWith("side: expected one of");
    }

    @Test
    void whatFollowsABreakInABodyIsNotStoredAndTheBodyIsKept() {
        start(this::store);
        String body = new String(EventCodec.writeAll(Events.trades("A", 0, 3)), UTF_8);
        String cut = body.substring(0, body.length() - 20);
        publish(cut);
        await().until(() -> stored.size() == 2);
        assertThat(new String(template.receive(BusTopology.DEAD_QUEUE, 5_000).getBody(), UTF_8))
                .isEqualTo(cut);
    }

    @Test
    void whatTheHandlerRejectsGoesToTheDeadLettersWithItsReason() {
        start(batch -> {
            store(batch);
            return batch.stream()
                    .filter(event -> Events.id(event) == 7)
                    .map(event -> new Rejection(event, "price: expected below 10^30"))
                    .toList();
        });
        publish(Events.trades("A", 0, 10));
        Message dead = template.receive(BusTopology.DEAD_QUEUE, 5_000);
        assertThat(EventCodec.readAll(dead.getBody())).containsExactly(Events.trade("A", 7));
        assertThat(dead.getMessageProperties().getHeaders())
                .containsEntry("reason", "price: expected below 10^30")
                .containsEntry("routing_key", KEY);
        await().until(() -> meters.get("tapeline.bus.consumed").counter().count() == 10);
    }

    @Test
    void aHandlerThatFailsIsTriedAgainWithTheSameBatchAndOrderIsKept() {
        AtomicInteger attempts = new AtomicInteger();
        start(batch -> {
            if (attempts.incrementAndGet() % 3 != 0) {
                throw new IllegalStateException("database away");
            }
            return store(batch);
        });
        for (int i = 0; i < 40; i++) {
            publish(Events.trades("A", 5 * i, 5 * i + 5));
        }
        await().until(() -> stored.size() >= 200);
        assertThat(stored).isEqualTo(Events.trades("A", 0, 200));
        consumer.stop();
        assertThat(waiting(BusTopology.WRITER_QUEUE)).isZero();
    }

    @Test
    void whileTheHandlerFailsNoMoreIsTakenThanThePrefetch() {
        AtomicInteger attempts = new AtomicInteger();
        start(
                batch -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("database away");
                },
                "consumer.prefetch",
                20,
                "consumer.batch-messages",
                10);
        for (int i = 0; i < 100; i++) {
            publish(Events.trades("A", i, i + 1));
        }
        await().until(() -> attempts.get() > 3);
        consumer.stop();
        assertThat(waiting(BusTopology.WRITER_QUEUE)).as("all are given back").isEqualTo(100);
    }

    @Test
    void stoppingFinishesTheBatchInHandAndGivesTheRestBackInOrder() throws Exception {
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        start(
                batch -> {
                    handling.countDown();
                    slow.await();
                    return store(batch);
                },
                "consumer.batch-messages",
                10);
        for (int i = 0; i < 100; i++) {
            publish(Events.trades("A", i, i + 1));
        }
        handling.await();
        Thread stopping = Thread.startVirtualThread(() -> consumer.stop());
        await().until(() -> stopping.getState() != Thread.State.NEW);
        slow.countDown();
        stopping.join();
        int done = stored.size();
        assertThat(done).isBetween(1, 99);
        await().until(() -> waiting(BusTopology.WRITER_QUEUE) == 100 - done);
        consumer.start();
        await().until(() -> stored.size() >= 100);
        assertThat(stored).isEqualTo(Events.trades("A", 0, 100));
    }

    @Test
    void aBatchWithManyEventsIsHandledInPartsCutBetweenMessages() throws Exception {
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch go = new CountDownLatch(1);
        start(
                batch -> {
                    go.await();
                    sizes.add(batch.size());
                    return store(batch);
                },
                "consumer.batch-events",
                100);
        for (int i = 0; i < 20; i++) {
            publish(Events.trades("A", 40 * i, 40 * i + 40));
        }
        go.countDown();
        await().until(() -> stored.size() == 800);
        assertThat(stored).isEqualTo(Events.trades("A", 0, 800));
        assertThat(sizes).allMatch(size -> size <= 100);
    }

    @Test
    void theConsumerGoesOnAfterTheBrokerWasRestarted() {
        start(this::store);
        publish(Events.trades("A", 0, 2));
        await().until(() -> stored.size() == 2);
        broker.restart();
        await().until(() -> consumer.connected());
        await().untilAsserted(() -> {
            publish(Events.trades("A", 2, 4));
            assertThat(stored).hasSizeGreaterThanOrEqualTo(4);
        });
    }

    private void start(BatchHandler handler, Object... replaced) {
        List<Object> settings = new ArrayList<>(List.of(replaced));
        settings.addAll(List.of("consumer.retry-delay", "10ms", "consumer.retry-delay-max", "20ms"));
        consumer = new EventConsumer(
                connections,
                TestSettings.of(Path.of("unused"), settings.toArray()),
                BusTopology.WRITER_QUEUE,
                handler,
                meters,
                CLOCK);
        consumer.start();
        await().until(() -> consumer.connected());
    }

    private List<Rejection> store(List<MarketEvent> batch) {
        stored.addAll(batch);
        return List.of();
    }

    private void publish(List<MarketEvent> events) {
        publish(new String(EventCodec.writeAll(events), UTF_8));
    }

    private void publish(String body) {
        template.send(BusTopology.EXCHANGE, KEY, new Message(body.getBytes(UTF_8)));
    }

    private long waiting(String queue) {
        return admin.getQueueInfo(queue).getMessageCount();
    }
}
