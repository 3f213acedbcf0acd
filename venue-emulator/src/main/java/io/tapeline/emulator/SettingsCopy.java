package io.tapeline.emulator;

import io.tapeline.emulator.ledger.LedgerBounds;
import io.tapeline.emulator.market.MarketRates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings while one of them is changed. */
final class SettingsCopy {
    String host;
    int port;
    long seed;

    @Nullable
    Instant start;

    Duration step;
    List<String> assets;
    MarketRates market;
    QuietMarkets quiet;
    Map<String, PrefixMarket> byPrefix;
    List<String> prefixes;
    LedgerBounds ledger;
    Map<String, WireLimits> limits;
    Map<String, Path> recordings;
    double replaySpeed;
    int maxPendingBytes;

    SettingsCopy(EmulatorSettings settings) {
        host = settings.host();
        port = settings.port();
        seed = settings.seed();
        start = settings.start();
        step = settings.step();
        assets = settings.assets();
        market = settings.market();
        quiet = settings.quiet();
        byPrefix = settings.byPrefix();
        prefixes = settings.prefixes();
        ledger = settings.ledger();
        limits = settings.limitsByPrefix();
        recordings = settings.recordings();
        replaySpeed = settings.replaySpeed();
        maxPendingBytes = settings.maxPendingBytes();
    }

    EmulatorSettings settings() {
        return new EmulatorSettings(
                host,
                port,
                seed,
                start,
                step,
                assets,
                market,
                quiet,
                byPrefix,
                prefixes,
                ledger,
                limits,
                recordings,
                replaySpeed,
                maxPendingBytes);
    }
}
