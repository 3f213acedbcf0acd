package io.tapeline.emulator;

import io.tapeline.emulator.ledger.LedgerBounds;
import io.tapeline.emulator.market.MarketRates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What an emulator is started with.
 *
 * @param host address to listen on
 * @param port 0 picks a free one
 * @param seed the same seed, start, assets and rates give the same market, event by event
 * @param start the market's time when it starts; null: the present
 * @param step how much time passes at once
 * @param assets base assets, listed against USDT on every market
 * @param market rates and depths
 * @param ledger what is remembered
 * @param limitsByPrefix the venue's limits by prefix; a prefix without an entry has the venue's own
 * @param recordings files of recorded frames by prefix; they replace the market of that prefix
 * @param replaySpeed how much faster than recorded frames are served
 * @param maxPendingBytes what may wait for a slow client before it is cut
 */
@ConfigurationProperties("tapeline.emulator")
public record EmulatorSettings(
        String host,
        int port,
        long seed,
        @Nullable Instant start,
        Duration step,
        List<String> assets,
        MarketRates market,
        LedgerBounds ledger,
        @Name("limits") @Nullable Map<String, WireLimits> limitsByPrefix,
        @Nullable Map<String, Path> recordings,
        double replaySpeed,
        int maxPendingBytes) {
    private static final List<String> ASSETS = List.of(
            "BTC", "ETH", "SOL", "ADA", "XRP", "AAVE", "UNI", "COMP", "CRV", "OP", "ARB", "DOGE", "GALA", "IMX");

    public EmulatorSettings {
        assets = List.copyOf(assets);
        limitsByPrefix = limitsByPrefix == null ? Map.of() : Map.copyOf(limitsByPrefix);
        recordings = recordings == null ? Map.of() : Map.copyOf(recordings);
        require(port >= 0 && port < 65_536, "port: expected 0 to 65535, got " + port);
        require(!assets.isEmpty(), "assets: expected at least one");
        require(step.toMillis() >= 1, "step: expected at least 1ms, got " + step);
        require(replaySpeed > 0, "replay-speed: expected more than 0, got " + replaySpeed);
        require(maxPendingBytes >= 65_536, "max-pending-bytes: expected at least 65536, got " + maxPendingBytes);
    }

    /** A lively market of the default assets on a free port of the loopback address. */
    public static EmulatorSettings defaults() {
        return new EmulatorSettings(
                "127.0.0.1",
                0,
                1,
                null,
                Duration.ofMillis(10),
                ASSETS,
                MarketRates.defaults(),
                LedgerBounds.defaults(),
                null,
                null,
                1,
                32_000_000);
    }

    /** The limits of a prefix, given the venue's own. */
    public WireLimits limits(String prefix, WireLimits otherwise) {
        WireLimits given = limitsByPrefix().get(prefix);
        return given == null ? otherwise : given.or(otherwise);
    }

    @Override
    public Map<String, WireLimits> limitsByPrefix() {
        return limitsByPrefix == null ? Map.of() : limitsByPrefix;
    }

    @Override
    public Map<String, Path> recordings() {
        return recordings == null ? Map.of() : recordings;
    }

    public EmulatorSettings withPort(int value) {
        return new EmulatorSettings(
                host,
                value,
                seed,
                start,
                step,
                assets,
                market,
                ledger,
                limitsByPrefix,
                recordings,
                replaySpeed,
                maxPendingBytes);
    }

    public EmulatorSettings withSeed(long value) {
        return new EmulatorSettings(
                host,
                port,
                value,
                start,
                step,
                assets,
                market,
                ledger,
                limitsByPrefix,
                recordings,
                replaySpeed,
                maxPendingBytes);
    }

    public EmulatorSettings withStart(Instant value) {
        return new EmulatorSettings(
                host,
                port,
                seed,
                value,
                step,
                assets,
                market,
                ledger,
                limitsByPrefix,
                recordings,
                replaySpeed,
                maxPendingBytes);
    }

    public EmulatorSettings withAssets(String... value) {
        return new EmulatorSettings(
                host,
                port,
                seed,
                start,
                step,
                List.of(value),
                market,
                ledger,
                limitsByPrefix,
                recordings,
                replaySpeed,
                maxPendingBytes);
    }

    public EmulatorSettings withMarket(MarketRates value) {
        return new EmulatorSettings(
                host,
                port,
                seed,
                start,
                step,
                assets,
                value,
                ledger,
                limitsByPrefix,
                recordings,
                replaySpeed,
                maxPendingBytes);
    }

    public EmulatorSettings withLedger(LedgerBounds value) {
        return new EmulatorSettings(
                host,
                port,
                seed,
                start,
                step,
                assets,
                market,
                value,
                limitsByPrefix,
                recordings,
                replaySpeed,
                maxPendingBytes);
    }

    public EmulatorSettings withLimits(Map<String, WireLimits> value) {
        return new EmulatorSettings(
                host, port, seed, start, step, assets, market, ledger, value, recordings, replaySpeed, maxPendingBytes);
    }

    public EmulatorSettings withRecordings(Map<String, Path> value, double speed) {
        return new EmulatorSettings(
                host, port, seed, start, step, assets, market, ledger, limitsByPrefix, value, speed, maxPendingBytes);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("tapeline.emulator." + message);
        }
    }
}
