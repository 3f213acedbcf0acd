package io.tapeline.venue.okx;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the feed, prefix {@code tapeline.okx}.
 *
 * @param rest root of the REST host
 * @param mirrors roots of hosts that answer the same calls, tried while the first does not
 * @param ws root of the WebSocket host; {@code /ws/v5/public} and {@code /ws/v5/business} are added
 * @param candleIntervals intervals of the candle streams: {@code 1s 1m 3m 5m 15m 30m 1h 2h 4h 6h 12h 1d 2d 3d 1w 1M}
 * @param ratiosEvery how often the four long/short ratios are read
 * @param ratioPeriod the period that ratios and the history of open interest cover, same spelling, from {@code 5m}
 * @param settledFundingEvery how often settled funding rates are read
 */
@ConfigurationProperties("tapeline.okx")
public record OkxSettings(
        @DefaultValue("https://openapi.okx.com") String rest,
        @DefaultValue("https://www.okx.com") List<String> mirrors,
        @DefaultValue("wss://ws.okx.com:8443") String ws,
        @DefaultValue("1m") List<String> candleIntervals,
        @DefaultValue("1m") Duration ratiosEvery,
        @DefaultValue("5m") String ratioPeriod,
        @DefaultValue("5m") Duration settledFundingEvery) {

    private static final SettingChecks CHECKS = new SettingChecks("tapeline.okx");
    private static final List<String> PERIODS =
            List.of("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d", "2d", "3d", "5d", "1w", "1M", "3M");

    public OkxSettings {
        rest = SettingChecks.root(rest);
        mirrors = mirrors.stream().map(SettingChecks::root).toList();
        ws = SettingChecks.root(ws);
        candleIntervals = List.copyOf(candleIntervals);
        CHECKS.require(
                OkxBar.INTERVALS.containsAll(candleIntervals),
                "candle-intervals",
                "some of " + OkxBar.INTERVALS,
                candleIntervals);
        CHECKS.positive("ratios-every", ratiosEvery);
        CHECKS.require(PERIODS.contains(ratioPeriod), "ratio-period", "one of " + PERIODS, ratioPeriod);
        CHECKS.positive("settled-funding-every", settledFundingEvery);
    }

    /** Hosts of one's own, such as an emulator's, and the default of everything else. */
    static OkxSettings of(String rest, String ws) {
        return new OkxSettings(rest, List.of(), ws, List.of("1m"), Duration.ofMinutes(1), "5m", Duration.ofMinutes(5));
    }
}
