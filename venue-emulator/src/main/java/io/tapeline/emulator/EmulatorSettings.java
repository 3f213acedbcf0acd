package io.tapeline.emulator;

import io.tapeline.emulator.ledger.LedgerBounds;
import io.tapeline.emulator.market.MarketRates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
 * @param assets base assets of Binance, listed against USDT
 * @param market rates and depths of Binance
 * @param quiet assets, rates and depths of all other venues
 * @param byPrefix how the market of a prefix differs from that
 * @param prefixes virtual hosts to serve; empty: all
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
        QuietMarkets quiet,
        @Name("markets") @Nullable Map<String, PrefixMarket> byPrefix,
        @Nullable List<String> prefixes,
        LedgerBounds ledger,
        @Name("limits") @Nullable Map<String, WireLimits> limitsByPrefix,
        @Nullable Map<String, Path> recordings,
        double replaySpeed,
        int maxPendingBytes) {
    private static final List<String> ASSETS = List.of(
            "BTC", "ETH", "SOL", "ADA", "XRP", "AAVE", "UNI", "COMP", "CRV", "OP", "ARB", "DOGE", "GALA", "IMX");

    public EmulatorSettings {
        assets = List.copyOf(assets);
        byPrefix = byPrefix == null ? Map.of() : Map.copyOf(byPrefix);
        prefixes = prefixes == null ? List.of() : List.copyOf(prefixes);
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
                QuietMarkets.defaults(),
                null,
                null,
                LedgerBounds.defaults(),
                null,
                null,
                1,
                32_000_000);
    }

    /** Rates of a prefix that is built on the kit. */
    public MarketRates marketOf(String prefix) {
        PrefixMarket own = byPrefix().get(prefix);
        return own == null ? quiet.market() : own.or(quiet.market());
    }

    /** Base assets of a prefix that is built on the kit. */
    public List<String> assetsOf(String prefix) {
        PrefixMarket own = byPrefix().get(prefix);
        return own == null || own.assets() == null ? quiet.assets() : own.assets();
    }

    /** Whether a virtual host is to be served. */
    public boolean serves(String prefix) {
        return prefixes().isEmpty() || prefixes().contains(prefix);
    }

    /** The limits of a prefix, given the venue's own. */
    public WireLimits limits(String prefix, WireLimits otherwise) {
        WireLimits given = limitsByPrefix().get(prefix);
        return given == null ? otherwise : given.or(otherwise);
    }

    @Override
    public Map<String, PrefixMarket> byPrefix() {
        return byPrefix == null ? Map.of() : byPrefix;
    }

    @Override
    public List<String> prefixes() {
        return prefixes == null ? List.of() : prefixes;
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
        return changed(copy -> copy.port = value);
    }

    public EmulatorSettings withSeed(long value) {
        return changed(copy -> copy.seed = value);
    }

    public EmulatorSettings withStart(Instant value) {
        return changed(copy -> copy.start = value);
    }

    /** The assets of every prefix. */
    public EmulatorSettings withAssets(String... value) {
        return changed(copy -> {
            copy.assets = List.of(value);
            copy.quiet = new QuietMarkets(List.of(value), copy.quiet.market());
        });
    }

    /** The rates of every prefix. */
    public EmulatorSettings withMarket(MarketRates value) {
        return changed(copy -> {
            copy.market = value;
            copy.quiet = new QuietMarkets(copy.quiet.assets(), value);
        });
    }

    /** How the market of single prefixes differs from the quiet ones. */
    public EmulatorSettings withMarkets(Map<String, PrefixMarket> value) {
        return changed(copy -> copy.byPrefix = value);
    }

    /** Only these virtual hosts, rather than all. */
    public EmulatorSettings withPrefixes(String... value) {
        return changed(copy -> copy.prefixes = List.of(value));
    }

    public EmulatorSettings withLedger(LedgerBounds value) {
        return changed(copy -> copy.ledger = value);
    }

    public EmulatorSettings withLimits(Map<String, WireLimits> value) {
        return changed(copy -> copy.limits = value);
    }

    public EmulatorSettings withRecordings(Map<String, Path> value, double speed) {
        return changed(copy -> {
            copy.recordings = value;
            copy.replaySpeed = speed;
        });
    }

    private EmulatorSettings changed(Consumer<SettingsCopy> change) {
        SettingsCopy copy = new SettingsCopy(this);
        change.accept(copy);
        return copy.settings();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("tapeline.emulator." + message);
        }
    }
}
