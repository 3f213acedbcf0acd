package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Bybit linear, prefix {@code tapeline.bybit}.
 *
 * @param rest root of the REST host
 * @param mirror root of a host that is asked while the other does not answer; empty for none
 * @param ws root of the WebSocket host; {@code /v5/public/linear} is added
 * @param depth levels of the book streams: 50, 200 or 1000, which come every 20, 100 or 200 ms
 * @param candleIntervals intervals of the candle streams
 * @param ratiosEvery how often the long/short ratio is read
 * @param ratioPeriod the period it covers: {@code 5m 15m 30m 1h 4h 1d}
 * @param settledFundingEvery how often settled funding rates are read
 * @param settlementsEvery how often delivery prices are read
 */
@ConfigurationProperties("tapeline.bybit")
public record BybitSettings(
        @DefaultValue("https://api.bybit.com") String rest,
        @DefaultValue("https://api.bytick.com") String mirror,
        @DefaultValue("wss://stream.bybit.com") String ws,
        @DefaultValue("50") int depth,
        @DefaultValue("1m") List<String> candleIntervals,
        @DefaultValue("1m") Duration ratiosEvery,
        @DefaultValue("5m") String ratioPeriod,
        @DefaultValue("5m") Duration settledFundingEvery,
        @DefaultValue("1h") Duration settlementsEvery) {
    private static final SettingChecks CHECKS = new SettingChecks("tapeline.bybit");

    /** Periods of ratios and samples of open interest, and how the venue spells them. */
    static final Map<String, String> PERIODS =
            Map.of("5m", "5min", "15m", "15min", "30m", "30min", "1h", "1h", "4h", "4h", "1d", "1d");

    public BybitSettings {
        rest = SettingChecks.root(rest);
        mirror = SettingChecks.root(mirror);
        ws = SettingChecks.root(ws);
        candleIntervals = List.copyOf(candleIntervals);
        new BybitStreamChecks(CHECKS).require(depth, candleIntervals);
        CHECKS.require(PERIODS.containsKey(ratioPeriod), "ratio-period", "5m, 15m, 30m, 1h, 4h or 1d", ratioPeriod);
        CHECKS.positive("ratios-every", ratiosEvery);
        CHECKS.positive("settled-funding-every", settledFundingEvery);
        CHECKS.positive("settlements-every", settlementsEvery);
    }

    BybitHosts hosts() {
        return new BybitHosts(rest, mirror, ws);
    }

    List<BybitInterval> intervals() {
        return candleIntervals.stream().map(BybitInterval::of).toList();
    }

    /** The live hosts and the default of everything. */
    public static BybitSettings defaults() {
        return of("https://api.bybit.com", "https://api.bytick.com", "wss://stream.bybit.com");
    }

    /** Other hosts, such as an emulator's, and the default of everything else. */
    public static BybitSettings of(String rest, String mirror, String ws) {
        return new BybitSettings(
                rest,
                mirror,
                ws,
                50,
                List.of("1m"),
                Duration.ofMinutes(1),
                "5m",
                Duration.ofMinutes(5),
                Duration.ofHours(1));
    }
}
