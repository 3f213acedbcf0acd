package io.tapeline.venue.binance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of both feeds, prefix {@code tapeline.binance}.
 *
 * @param spot hosts of spot
 * @param futures hosts of USD-M; the routes {@code /public} and {@code /market} are added to the WebSocket root
 * @param depthSpeed how often book changes come: {@code 100ms}, {@code 500ms}, or {@code none} for the venue's default
 *     (1 s on spot, 250 ms on USD-M); spot has no 500 ms and takes the nearest, 100 ms
 * @param candleIntervals intervals of the candle streams, in the venue's spelling
 * @param spotSnapshotLevels levels of a book snapshot: 100, 500, 1000 or 5000, for a weight of 5, 25, 50 or 250
 * @param futuresSnapshotLevels levels of a book snapshot: 100, 500 or 1000, for a weight of 5, 10 or 20
 * @param openInterestEvery how often open interest is read, weight 1 a symbol
 * @param ratiosEvery how often the four long/short ratios are read
 * @param ratioPeriod the period the ratios cover: {@code 5m 15m 30m 1h 2h 4h 6h 12h 1d}
 * @param settledFundingEvery how often settled funding rates are read
 */
@ConfigurationProperties("tapeline.binance")
public record BinanceSettings(
        @DefaultValue Spot spot,
        @DefaultValue Futures futures,
        @DefaultValue("100ms") String depthSpeed,
        @DefaultValue("1m") List<String> candleIntervals,
        @DefaultValue("1000") int spotSnapshotLevels,
        @DefaultValue("1000") int futuresSnapshotLevels,
        @DefaultValue("10s") Duration openInterestEvery,
        @DefaultValue("1m") Duration ratiosEvery,
        @DefaultValue("5m") String ratioPeriod,
        @DefaultValue("5m") Duration settledFundingEvery) {

    private static final Set<String> INTERVALS =
            Set.of("1s", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w", "1M");
    private static final Set<String> PERIODS = Set.of("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d");

    /** Weight of a book snapshot by its number of levels. */
    static final Map<Integer, Integer> SPOT_DEPTH_WEIGHTS = Map.of(100, 5, 500, 25, 1000, 50, 5000, 250);

    static final Map<Integer, Integer> FUTURES_DEPTH_WEIGHTS = Map.of(100, 5, 500, 10, 1000, 20);

    public BinanceSettings {
        candleIntervals = List.copyOf(candleIntervals);
        require(
                Set.of("100ms", "500ms", "none").contains(depthSpeed),
                "depth-speed",
                "100ms, 500ms or none",
                depthSpeed);
        require(INTERVALS.containsAll(candleIntervals), "candle-intervals", "some of " + INTERVALS, candleIntervals);
        require(PERIODS.contains(ratioPeriod), "ratio-period", "one of " + PERIODS, ratioPeriod);
        require(
                SPOT_DEPTH_WEIGHTS.containsKey(spotSnapshotLevels),
                "spot-snapshot-levels",
                "100, 500, 1000 or 5000",
                spotSnapshotLevels);
        require(
                FUTURES_DEPTH_WEIGHTS.containsKey(futuresSnapshotLevels),
                "futures-snapshot-levels",
                "100, 500 or 1000",
                futuresSnapshotLevels);
        positive("open-interest-every", openInterestEvery);
        positive("ratios-every", ratiosEvery);
        positive("settled-funding-every", settledFundingEvery);
    }

    /** Roots of the spot hosts, without a slash at the end. */
    public record Spot(
            @DefaultValue("https://api.binance.com") String rest,
            @DefaultValue("wss://stream.binance.com:9443") String ws) {
        public Spot {
            rest = root(rest);
            ws = root(ws);
        }
    }

    /** Roots of the USD-M hosts, without a slash at the end. */
    public record Futures(
            @DefaultValue("https://fapi.binance.com") String rest,
            @DefaultValue("wss://fstream.binance.com") String ws) {
        public Futures {
            rest = root(rest);
            ws = root(ws);
        }
    }

    /** The live hosts and the default of everything. */
    public static BinanceSettings defaults() {
        return of(
                "https://api.binance.com",
                "wss://stream.binance.com:9443",
                "https://fapi.binance.com",
                "wss://fstream.binance.com");
    }

    /** Other hosts, such as an emulator's, and the default of everything else. */
    public static BinanceSettings of(String spotRest, String spotWs, String futuresRest, String futuresWs) {
        return new BinanceSettings(
                new Spot(spotRest, spotWs),
                new Futures(futuresRest, futuresWs),
                "100ms",
                List.of("1m"),
                1000,
                1000,
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                "5m",
                Duration.ofMinutes(5));
    }

    private static String root(String host) {
        return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
    }

    private static void positive(String name, Duration value) {
        require(value.isPositive(), name, "a duration over zero", value);
    }

    private static void require(boolean fine, String name, String expected, Object got) {
        if (!fine) {
            throw new IllegalArgumentException("tapeline.binance." + name + ": expected " + expected + ", got " + got);
        }
    }
}
