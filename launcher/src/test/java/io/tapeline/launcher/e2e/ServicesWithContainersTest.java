package io.tapeline.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapeline.bus.ContainerBroker;
import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.venue.binance.BinanceCollectorApplication;
import io.tapeline.writer.StorageWriterApplication;
import io.tapeline.writer.TestDatabase;
import io.tapeline.writer.TimescaleContainer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * The services as processes of their own with TimescaleDB and RabbitMQ: a lost connection, lost frames, a writer killed
 * with SIGKILL and a broker killed and started again. Nothing is lost, nothing is there twice, every gap is written down.
 */
@Testcontainers(disabledWithoutDocker = true)
class ServicesWithContainersTest {
    @Container
    private final ContainerBroker broker = new ContainerBroker();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final int collectorPort = FreePorts.one();
    private final int writerPort = FreePorts.one();

    @Test
    void theLedgerAndTheTablesAgreeAfterEveryoneWasKilledOnce() throws Exception {
        TestDatabase database = TimescaleContainer.empty();
        try (Emulator emulator =
                Emulator.start(EmulatorSettings.defaults().withPort(0).withAssets("BTC", "ETH", "SOL"))) {
            ChildProcess writer = writer(database);
            try (ChildProcess collector = collector(emulator);
                    StoredRows stored = connect(database)) {
                Agreement agreement = new Agreement(emulator, stored);
                agreement.awaitFlow();

                emulator.faults().dropConnections("binance-usdm");
                emulator.faults()
                        .add(Fault.of(FaultKind.SKIP).prefix("binance-spot").stream("btcusdt@aggTrade")
                                .times(5));
                emulator.faults()
                        .add(Fault.of(FaultKind.SKIP).prefix("binance-spot").stream("ethusdt@depth*")
                                .times(3));
                writer.kill();
                agreement.awaitMarket(10);
                broker.kill();
                agreement.awaitMarket(10);
                broker.startAgain();
                try (ChildProcess again = writer(database)) {
                    agreement.awaitMarket(10);
                    agreement.holds();
                    assertThat(stored.gaps()).containsKeys("trade sequence repaired", "book sequence unrecoverable");
                    assertThat(collector.terminate()).as(collector.said()).isIn(0, 143);
                    assertThat(again.terminate()).as(again.said()).isIn(0, 143);
                    assertThat(collector.said())
                            .as("the collector's log has no stack traces")
                            .doesNotContain("\tat ");
                    assertThat(again.said())
                            .as("the writer's log has no stack traces")
                            .doesNotContain("\tat ");
                }
            } finally {
                writer.close();
            }
        }
    }

    private ChildProcess writer(TestDatabase database) throws IOException {
        List<String> arguments = common(writerPort);
        String address = database.host() + ":" + database.port() + "/" + database.name();
        arguments.add("--spring.r2dbc.url=r2dbc:postgresql://" + address);
        arguments.add("--spring.flyway.url=jdbc:postgresql://" + address);
        arguments.add("--spring.flyway.user=" + database.owner());
        arguments.add("--spring.flyway.password=" + database.ownerPassword());
        return ChildProcess.start(
                directory.resolve("writer.txt"),
                Map.of("TAPELINE_WRITER_PASSWORD", "writing", "TAPELINE_READER_PASSWORD", "reading"),
                StorageWriterApplication.class,
                arguments.toArray(String[]::new));
    }

    private ChildProcess collector(Emulator emulator) throws IOException {
        return ChildProcess.start(
                directory.resolve("collector.txt"),
                Map.of(
                        "SYMBOL", "BTC,ETH,SOL",
                        "TAPELINE_DATA_DIR", directory.resolve("data").toString(),
                        "SPOT_WS", emulator.wsUri("binance-spot").toString(),
                        "SPOT_REST", emulator.baseUri("binance-spot").toString(),
                        "FUTURES_WS", emulator.wsUri("binance-usdm").toString(),
                        "FUTURES_REST", emulator.baseUri("binance-usdm").toString()),
                BinanceCollectorApplication.class,
                common(collectorPort).toArray(String[]::new));
    }

    private List<String> common(int port) {
        List<String> arguments = new ArrayList<>(List.of("--server.address=127.0.0.1", "--server.port=" + port));
        broker.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    private static StoredRows connect(TestDatabase database) throws Exception {
        StoredRows stored = new StoredRows(
                "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name(),
                database.owner(),
                database.ownerPassword());
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> stored.openGaps() >= 0);
        return stored;
    }
}
