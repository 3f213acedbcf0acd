package io.tapeline.emulator;

import io.tapeline.emulator.market.MarketRates;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import reactor.test.scheduler.VirtualTimeScheduler;

/** An emulator whose time passes only when a test says so. */
public final class VirtualMarket implements AutoCloseable {
    public static final EmulatorSettings SETTINGS = EmulatorSettings.defaults()
            .withPrefixes("binance-spot", "binance-usdm")
            .withAssets("BTC", "ETH")
            .withStart(Instant.parse("2026-11-20T10:00:00Z"))
            // A client answers pings in real time, which stands still here.
            .withLimits(Map.of("binance-spot", limits(), "binance-usdm", limits()))
            .withMarket(new MarketRates(5, 50, 20, 0.05, 200, 10_000, 40));

    /** Wide, with pings so rare that none comes. */
    public static WireLimits limits() {
        Duration day = Duration.ofDays(1);
        return new WireLimits(10, 1024, 1000, day, day, day, 6000, Duration.ofMinutes(2));
    }

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Emulator emulator;

    public VirtualMarket(EmulatorSettings settings) {
        emulator = Emulator.start(settings, time);
    }

    public VirtualMarket() {
        this(SETTINGS);
    }

    public Emulator emulator() {
        return emulator;
    }

    /** Lets time pass, whichever thread it is that runs the scheduler's tasks just now. */
    public void pass(Duration duration) {
        CountDownLatch reached = new CountDownLatch(1);
        time.schedule(reached::countDown, duration.toMillis(), TimeUnit.MILLISECONDS);
        time.advanceTimeBy(duration);
        await(reached);
        // What is due at the same instant was queued before this.
        CountDownLatch settled = new CountDownLatch(1);
        time.schedule(settled::countDown);
        await(settled);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("virtual time stands still");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a connection and waits until the emulator has made the subscriptions of its address. */
    public TestSocket open(String prefix, String path) {
        long before = emulator.connections(prefix);
        TestSocket socket = TestSocket.open(emulator, prefix, path);
        Awaitility.await().until(() -> emulator.connections(prefix) > before);
        return socket;
    }

    @Override
    public void close() {
        emulator.close();
    }
}
