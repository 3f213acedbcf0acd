package io.tapeline.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.model.event.MarketEvent;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KilledPublisherTest {
    private static final int ENOUGH = 20_000;
    private static final int LAST = Integer.MAX_VALUE;

    @TempDir
    Path spool;

    @Test
    void aProcessKilledWithoutWarningLosesNothingThatItCalledDurable() throws Exception {
        int durable = durableWhenKilled();
        try (EmbeddedBroker broker = EmbeddedBroker.started()) {
            CachingConnectionFactory connections = broker.connections();
            CachingConnectionFactory others = broker.connections();
            List<Integer> received = new ArrayList<>();
            try (SpoolingPublisher publisher =
                    SpoolingPublisher.open(connections, TestSettings.of(spool), new SimpleMeterRegistry())) {
                assertThat(publisher.offer(Events.trade("A", LAST))).isTrue();
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> publisher.connected() && publisher.spooledBytes() == 0);
                RabbitTemplate template = new RabbitTemplate(others);
                for (MarketEvent event : events(template)) {
                    received.add(Events.id(event));
                }
            }
            assertThat(received.removeLast()).isEqualTo(LAST);
            assertThat(received).hasSizeGreaterThanOrEqualTo(durable).isEqualTo(OutboundTest.range(received.size()));
            connections.destroy();
            others.destroy();
        }
    }

    private static List<MarketEvent> events(RabbitTemplate template) {
        List<MarketEvent> events = new ArrayList<>();
        do {
            Message message = template.receive(BusTopology.WRITER_QUEUE, 30_000);
            assertThat(message).isNotNull();
            events.addAll(MessageDecoder.decode(message.getBody()).events());
        } while (Events.id(events.getLast()) != LAST);
        return events;
    }

    private int durableWhenKilled() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        spool.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int durable = 0;
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("durable ")) {
                    durable = Integer.parseInt(line.substring("durable ".length()));
                    if (durable > ENOUGH && process.isAlive()) {
                        // SIGKILL; what it still managed to say is read to the end.
                        process.toHandle().destroyForcibly();
                    }
                }
            }
        }
        assertThat(durable).isGreaterThan(ENOUGH);
        return durable;
    }

    /** Publishes without end to a broker that is not there, and tells how many events are durable. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) {
            CachingConnectionFactory nobody = new CachingConnectionFactory("127.0.0.1", 1);
            SpoolingPublisher publisher =
                    SpoolingPublisher.open(nobody, TestSettings.of(Path.of(arguments[0])), new SimpleMeterRegistry());
            publisher.onDurable(events -> System.out.println("durable " + (Events.id(events.getLast()) + 1)));
            for (int id = 0; ; ) {
                if (publisher.offer(Events.trade("A", id))) {
                    id++;
                }
            }
        }
    }
}
