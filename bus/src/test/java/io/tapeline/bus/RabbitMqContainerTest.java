package io.tapeline.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** What only RabbitMQ itself can show: quorum queues, overflow, alarms, lost queues. */
@Testcontainers(disabledWithoutDocker = true)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class RabbitMqContainerTest extends RabbitMqFixture {
    @Container
    private static final ContainerBroker RABBIT = new ContainerBroker();

    RabbitMqContainerTest() {
        super(RABBIT);
    }

    @BeforeEach
    void withoutQueues() {
        CachingConnectionFactory connections = RABBIT.connections();
        RabbitAdmin admin = new RabbitAdmin(connections);
        List.of(BusTopology.WRITER_QUEUE, BusTopology.WRITER_HISTORY_QUEUE, BusTopology.DEAD_QUEUE)
                .forEach(admin::deleteQueue);
        connections.destroy();
    }

    @Test
    void theQueuesAreReplicatedBoundedAndRefuseRatherThanDrop() throws Exception {
        try (SpoolingPublisher publisher = publisher()) {
            await().atMost(PATIENCE).until(publisher::connected);
            String queues = RABBIT.rabbitmqctl("list_queues", "name", "type", "durable", "arguments");
            assertThat(queues.lines().filter(line -> line.startsWith("tapeline.writer")))
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .contains("quorum")
                            .contains("{\"x-delivery-limit\",-1}")
                            .contains("{\"x-overflow\",\"reject-publish\"}")
                            .contains("{\"x-max-length-bytes\","));
            assertThat(queues).contains("tapeline.dead");
        }
    }

    @Test
    void aFullQueueRefusesAndTheSpoolKeepsTheOrderUntilTheWriterIsBack() {
        try (SpoolingPublisher publisher = publisher("queues.writer-max-size", "200KB")) {
            await().atMost(PATIENCE).until(publisher::connected);
            for (int id = 0; id < 5_000; id++) {
                assertThat(publisher.offer(Events.trade("A", id))).isTrue();
            }
            await().atMost(PATIENCE)
                    .until(() -> meters.counter("tapeline.bus.nacks").count() > 0);
            consume("queues.writer-max-size", "200KB");
            await().atMost(PATIENCE).until(() -> stored.size() == 5_000);
            await().atMost(PATIENCE).until(() -> publisher.spooledBytes() == 0);
        }
        assertStored("A", 5_000);
    }

    @Test
    void aBrokerThatBlocksPublishersIsAwayUntilItUnblocks() throws Exception {
        consume();
        try (SpoolingPublisher publisher = publisher()) {
            await().atMost(PATIENCE).until(publisher::connected);
            RABBIT.block();
            try {
                int[] id = {0};
                await().atMost(PATIENCE).until(() -> {
                    publisher.offer(Events.trade("A", id[0]++));
                    return !publisher.connected() && publisher.spooledBytes() > 0;
                });
                Events.trades("A", id[0], id[0] + 100).forEach(publisher::offer);
                publisher.flush().get(1, TimeUnit.MINUTES);
                RABBIT.unblock();
                await().atMost(PATIENCE).until(() -> publisher.connected() && publisher.spooledBytes() == 0);
                await().atMost(PATIENCE).until(() -> stored.size() == id[0] + 100);
                assertStored("A", id[0] + 100);
            } finally {
                RABBIT.unblock();
            }
        }
    }

    @Test
    void aQueueThatVanishedIsDeclaredAgainAndNothingIsLost() {
        try (SpoolingPublisher publisher = publisher()) {
            await().atMost(PATIENCE).until(publisher::connected);
            new RabbitAdmin(consuming).deleteQueue(BusTopology.WRITER_QUEUE);
            Events.trades("A", 0, 100).forEach(publisher::offer);
            await().atMost(PATIENCE)
                    .until(() -> meters.counter("tapeline.bus.returns").count() > 0);
            await().atMost(PATIENCE).until(() -> publisher.spooledBytes() == 0);
            consuming.resetConnection();
            consume();
            await().atMost(PATIENCE).until(() -> stored.size() == 100);
        }
        assertStored("A", 100);
    }

    @Test
    void bookDeltasThatNobodyWantsAreNoReturn() throws Exception {
        try (SpoolingPublisher publisher = publisher()) {
            await().atMost(PATIENCE).until(publisher::connected);
            publisher.offer(io.tapeline.model.event.EventSamples.all().get(1));
            publisher.flush().get(1, TimeUnit.MINUTES);
            assertThat(meters.counter("tapeline.bus.published").count()).isEqualTo(1);
            assertThat(meters.counter("tapeline.bus.returns").count()).isZero();
        }
    }
}
