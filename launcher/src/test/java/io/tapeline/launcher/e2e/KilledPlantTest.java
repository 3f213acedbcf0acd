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
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole plant in one process, its broker and database too, is killed in mid-run, after a lost connection and lost
 * frames, in the middle of a minute of its archive, and started again after the end of that minute.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledPlantTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory;

    private final int port = FreePorts.ofServices();
    private final int databasePort = FreePorts.one();
    private final int brokerPort = FreePorts.one();
    private Emulator emulator;
    private DepthRow lastBeforeTheKill;
    private ChildProcess plant;
    private StoredRows stored;
    private int upsExpected = 1;

    @BeforeAll
    void killInMidRunAndStartAgain() throws Exception {
        emulator = Emulator.start(EmulatorSettings.defaults()
                .withPort(0)
                .withPrefixes("binance-spot", "binance-usdm")
                .withAssets("BTC", "ETH", "SOL"));
        start();
        disturb(new Agreement(emulator, stored));
        lastBeforeTheKill = archive().awaitMiddleOfAMinute();
        plant.kill();
        stored.close();
        awaitTrades(20);
        awaitTheVenuesTime(lastBeforeTheKill.endOfMinute());
        start();
    }

    private void disturb(Agreement agreement) {
        agreement.awaitFlow();
        emulator.faults().dropConnections("binance-spot");
        emulator.faults()
                .add(Fault.of(FaultKind.SKIP).prefix("binance-usdm").stream("btcusdt@aggTrade")
                        .times(5));
        emulator.faults()
                .add(Fault.of(FaultKind.SKIP).prefix("binance-usdm").stream("ethusdt@depth*")
                        .times(3));
        agreement.awaitMarket(20);
    }

    private ArchiveAgreement archive() {
        return new ArchiveAgreement(directory.resolve("data/demo/archive"), stored);
    }

    @AfterAll
    void end() throws Exception {
        if (stored != null) {
            stored.close();
        }
        if (plant != null) {
            plant.close();
        }
        emulator.close();
    }

    @Test
    @Order(1)
    void nothingIsLostNothingIsTwiceAndEveryGapIsWrittenDown() {
        Agreement agreement = new Agreement(emulator, stored);
        agreement.awaitMarket(20);
        agreement.holds();
        assertThat(stored.gaps())
                .containsKeys("trade sequence repaired", "trade down repaired", "book sequence unrecoverable");
    }

    @Test
    @Order(2)
    void theArchiveEqualsTheRowsLineForLine() {
        archive().holdsBeyond(lastBeforeTheKill);
    }

    @Test
    @Order(3)
    void whenToldToStopItEndsCleanly() throws Exception {
        assertThat(plant.terminate()).as(plant.said()).isZero();
        assertThat(plant.said()).contains("stopping").doesNotContain("Exception");
        assertThat(Path.of("work")).as("everything is in the data directory").doesNotExist();
    }

    private void awaitTrades(int count) {
        LedgerRows ledger = new LedgerRows(emulator);
        long from = ledger.newestTrade("spot", "BTCUSDT");
        await().atMost(Duration.ofSeconds(60)).until(() -> ledger.newestTrade("spot", "BTCUSDT") >= from + count);
    }

    /** What ends while nobody runs is complete all the same. */
    private void awaitTheVenuesTime(Instant time) {
        LedgerRows ledger = new LedgerRows(emulator);
        await().atMost(Duration.ofSeconds(120))
                .until(() -> ledger.all("spot", "BTCUSDT", "trade").getLast().time() >= time.toEpochMilli());
    }

    private void start() throws Exception {
        plant = process();
        await().atMost(Duration.ofSeconds(120)).until(() -> {
            assertThat(plant.alive()).as(plant.said()).isTrue();
            return plant.said()
                            .lines()
                            .filter(line -> line.startsWith("Tapeline is up"))
                            .count()
                    >= upsExpected;
        });
        upsExpected++;
        stored = new StoredRows("jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres", "postgres", "postgres");
    }

    private ChildProcess process() throws IOException {
        return ChildProcess.start(
                directory.resolve("plant.txt"),
                Map.of(
                        "SYMBOL", "BTC,ETH,SOL",
                        "TAPELINE_ARCHIVE_ASSETS", "BTC,ETH",
                        "TAPELINE_ARCHIVE_INTERVAL", "1s",
                        "TAPELINE_ARCHIVE_DAILYINTERVAL", "5s"),
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
}
