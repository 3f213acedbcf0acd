package io.tapeline.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapeline.bus.BusProperties;
import io.tapeline.bus.BusTopology;
import io.tapeline.bus.EmbeddedBroker;
import io.tapeline.model.event.EventSamples;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.json.EventCodec;
import io.tapeline.model.routing.RoutingKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.unit.DataSize;

/** The whole service, between a broker and a database that come and go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class StorageWriterTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final EmbeddedBroker broker = EmbeddedBroker.started();
    private final CachingConnectionFactory connections = broker.connections();
    private final RabbitTemplate rabbit = new RabbitTemplate(connections);
    private long ids = 1;

    @BeforeAll
    void declareQueues() throws Exception {
        try (var connection = connections.createConnection();
                var channel = connection.createChannel(false)) {
            new BusTopology(new BusProperties.Queues(DataSize.ofMegabytes(100), DataSize.ofMegabytes(10)))
                    .declare(channel);
        }
    }

    @AfterAll
    void stopBroker() {
        connections.destroy();
        broker.close();
    }

    private ConfigurableApplicationContext start(TestDatabase database) {
        Map<String, Object> properties = new HashMap<>(database.writerProperties());
        properties.putAll(broker.properties());
        properties.put("server.port", 0);
        properties.put("tapeline.writer.reconnect-delay", "50ms");
        properties.put("tapeline.bus.consumer.retry-delay", "50ms");
        properties.put("tapeline.bus.consumer.retry-delay-max", "100ms");
        properties.put("spring.r2dbc.pool.max-acquire-time", "2s");
        return StorageWriterApplication.start(properties);
    }

    private void publish(int trades) {
        for (int i = 0; i < trades; i++) {
            MarketEvent trade = EventSamples.trade(String.valueOf(ids), EventSamples.TIME + ids++ * 1000, "1.5", "2");
            rabbit.send(
                    "market_data",
                    RoutingKey.of(trade),
                    MessageBuilder.withBody(EventCodec.writeAll(List.of(trade)))
                            .setContentType("application/json")
                            .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                            .build());
        }
    }

    private static int status(ConfigurableApplicationContext context, String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                            + context.getEnvironment().getProperty("local.server.port") + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitTrades(TestDatabase database, long count) {
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(
                        database.count("SELECT count(*) FROM trades"))
                .isEqualTo(count));
    }

    @Test
    void aDatabaseThatIsAbsentAtStartIsWaitedForAndThenGetsSchemaAndRows(CapturedOutput output) {
        TestDatabase real = EmbeddedDatabase.empty();
        try (CuttableProxy proxy = new CuttableProxy(real.host(), real.port());
                ConfigurableApplicationContext context = start(real.at("127.0.0.1", proxy.port()))) {
            publish(20);
            String waiting = "waiting for the database at 127.0.0.1:" + proxy.port();
            await().atMost(SOON).until(() -> output.getOut().contains(waiting));
            assertThat(status(context, "/actuator/health/liveness")).isEqualTo(200);
            assertThat(status(context, "/actuator/health/readiness")).isEqualTo(503);

            proxy.connect();
            awaitTrades(real, 20);
            await().atMost(SOON).until(() -> status(context, "/actuator/health/readiness") == 200);
            assertThat(output.getOut().split(waiting, -1)).hasSize(2);
        }
    }

    @Test
    void aDatabaseThatIsAwayInMidRunPausesStoringAndLosesNothing(CapturedOutput output) {
        TestDatabase real = EmbeddedDatabase.create();
        try (CuttableProxy proxy = new CuttableProxy(real.host(), real.port())) {
            proxy.connect();
            try (ConfigurableApplicationContext context = start(real.at("127.0.0.1", proxy.port()))) {
                publish(10);
                awaitTrades(real, 10);
                proxy.cut();
                publish(15);
                await().atMost(SOON).until(() -> output.getOut().contains("cannot store, waiting for the database"));
                assertThat(status(context, "/actuator/health/liveness")).isEqualTo(200);
                assertThat(status(context, "/actuator/health/readiness")).isEqualTo(503);
                proxy.connect();
                awaitTrades(real, 25);
                assertThat(output.getOut().split("cannot store, waiting for the database", -1))
                        .hasSize(2);
                assertThat(output.getOut()).contains("storing again").doesNotContain("\tat ");
            }
        }
    }

    @Test
    void metricsAreServed() {
        TestDatabase database = EmbeddedDatabase.create();
        try (ConfigurableApplicationContext context = start(database)) {
            publish(5);
            awaitTrades(database, 5);
            assertThat(status(context, "/actuator/prometheus")).isEqualTo(200);
            assertThat(status(context, "/actuator/metrics/tapeline.writer.rows"))
                    .isEqualTo(200);
        }
    }
}
