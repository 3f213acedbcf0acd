package io.tapeline.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.launcher.Tapeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole plant in one process, its broker and database too, is killed in mid-run, after a lost connection and lost
 * frames: nothing is lost, nothing is there twice, every gap is written down.
 */
class KilledPlantTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final int port = FreePorts.ofServices();
    private final int databasePort = FreePorts.one();
    private final int brokerPort = FreePorts.one();
    private int upsExpected = 1;

    @Test
    void nothingIsLostAndNothingIsTwiceWhenTheWholePlantIsKilled() throws Exception {
        try (Emulator emulator = Emulator.start(EmulatorSettings.defaults()
                .withPort(0)
                .withPrefixes("binance-spot", "binance-usdm")
                .withAssets("BTC", "ETH", "SOL"))) {
            runUntilKilled(emulator);
            awaitTrades(emulator, 20);
            runAndCompare(emulator);
        }
    }

    private void runUntilKilled(Emulator emulator) throws Exception {
        try (ChildProcess plant = start(emulator);
                StoredRows stored = connect(plant)) {
            Agreement agreement = new Agreement(emulator, stored);
            agreement.awaitFlow();
            emulator.faults().dropConnections("binance-spot");
            emulator.faults()
                    .add(Fault.of(FaultKind.SKIP).prefix("binance-usdm").stream("btcusdt@aggTrade")
                            .times(5));
            emulator.faults()
                    .add(Fault.of(FaultKind.SKIP).prefix("binance-usdm").stream("ethusdt@depth*")
                            .times(3));
            agreement.awaitMarket(20);
            plant.kill();
        }
    }

    private void runAndCompare(Emulator emulator) throws Exception {
        try (ChildProcess plant = start(emulator);
                StoredRows stored = connect(plant)) {
            Agreement agreement = new Agreement(emulator, stored);
            agreement.awaitMarket(20);
            agreement.holds();
            assertThat(stored.gaps())
                    .containsKeys("trade sequence repaired", "trade down repaired", "book sequence unrecoverable");
            assertThat(plant.terminate()).as(plant.said()).isZero();
            assertThat(plant.said()).contains("stopping").doesNotContain("Exception");
            assertThat(Path.of("work"))
                    .as("everything is in the data directory")
                    .doesNotExist();
        }
    }

    private static void awaitTrades(Emulator emulator, int count) {
        long from = new LedgerRows(emulator).newestTrade("spot", "BTCUSDT");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> new LedgerRows(emulator).newestTrade("spot", "BTCUSDT") >= from + count);
    }

    private ChildProcess start(Emulator emulator) throws IOException {
        return ChildProcess.start(
                directory.resolve("plant.txt"),
                Map.of("SYMBOL", "BTC,ETH,SOL"),
                Tapeline.class,
                "demo",
                "--emulator=127.0.0.1:" + emulator.port(),
                "--feed=binance",
                "--feed=binance-futures",
                "--data-dir=" + directory.resolve("data"),
                "--port=" + port,
                "--database-port=" + databasePort,
                "--broker-port=" + brokerPort);
    }

    private StoredRows connect(ChildProcess plant) throws Exception {
        await().atMost(Duration.ofSeconds(120)).until(() -> {
            assertThat(plant.alive()).as(plant.said()).isTrue();
            return plant.said()
                            .lines()
                            .filter(line -> line.startsWith("Tapeline is up"))
                            .count()
                    >= upsExpected;
        });
        upsExpected++;
        return new StoredRows("jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres", "postgres", "postgres");
    }
}
