package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the feed, prefix {@code tapeline.hyperliquid}.
 *
 * @param rest root of the REST host, without a slash at the end
 * @param ws address of the WebSocket
 * @param fastBooks false: 20 levels a side every 5 s; true: 5 levels every 0.5 s. Both at once cannot be told apart
 * @param builderDexes whether perpetuals of builders are listed too
 * @param candleIntervals intervals of the candle streams, {@code 1m} to {@code 1M}
 * @param settledFundingEvery how often settled funding rates are read, weight 21 an instrument
 * @param predictedFundingEvery how often predicted rates are read, weight 20
 */
@ConfigurationProperties("tapeline.hyperliquid")
public record HyperliquidSettings(
        @DefaultValue(HyperliquidSettings.REST) String rest,
        @DefaultValue(HyperliquidSettings.WS) String ws,
        @DefaultValue("false") boolean fastBooks,
        @DefaultValue("true") boolean builderDexes,
        @DefaultValue("1m") List<String> candleIntervals,
        @DefaultValue("10m") Duration settledFundingEvery,
        @DefaultValue("1m") Duration predictedFundingEvery) {
    static final String REST = "https://api.hyperliquid.xyz";
    static final String WS = "wss://api.hyperliquid.xyz/ws";

    private static final SettingChecks CHECKS = new SettingChecks("tapeline.hyperliquid");

    public HyperliquidSettings {
        rest = SettingChecks.root(rest);
        ws = SettingChecks.root(ws);
        candleIntervals = List.copyOf(candleIntervals);
        CHECKS.require(
                HyperliquidIntervals.all().containsAll(candleIntervals),
                "candle-intervals",
                "some of " + HyperliquidIntervals.all(),
                candleIntervals);
        CHECKS.positive("settled-funding-every", settledFundingEvery);
        CHECKS.positive("predicted-funding-every", predictedFundingEvery);
    }

    /** The live hosts and the default of everything. */
    public static HyperliquidSettings defaults() {
        return of(REST, WS);
    }

    /** Other hosts, such as an emulator's, and the default of everything else. */
    public static HyperliquidSettings of(String rest, String ws) {
        return new HyperliquidSettings(
                rest, ws, false, true, List.of("1m"), Duration.ofMinutes(10), Duration.ofMinutes(1));
    }
}
