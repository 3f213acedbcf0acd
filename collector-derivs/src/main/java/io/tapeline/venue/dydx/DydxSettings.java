package io.tapeline.venue.dydx;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the feed, prefix {@code tapeline.dydx}.
 *
 * @param rest root of the REST host with its version, without a slash at the end
 * @param ws address of the WebSocket
 * @param candleIntervals intervals of the candle streams: {@code 1m 5m 15m 30m 1h 4h 1d}
 * @param bookRenewal how often each book is subscribed anew although nothing seems wrong: its snapshot is about a second
 *     old when it comes, and a level removed in that second would stay for ever
 * @param settledFundingEvery how often settled funding rates are read
 */
@ConfigurationProperties("tapeline.dydx")
public record DydxSettings(
        @DefaultValue(DydxSettings.REST) String rest,
        @DefaultValue(DydxSettings.WS) String ws,
        @DefaultValue("1m") List<String> candleIntervals,
        @DefaultValue("3m") Duration bookRenewal,
        @DefaultValue("5m") Duration settledFundingEvery) {
    static final String REST = "https://indexer.dydx.trade/v4";
    static final String WS = "wss://indexer.dydx.trade/v4/ws";

    private static final SettingChecks CHECKS = new SettingChecks("tapeline.dydx");

    public DydxSettings {
        rest = SettingChecks.root(rest);
        ws = SettingChecks.root(ws);
        candleIntervals = List.copyOf(candleIntervals);
        resolutions(candleIntervals);
        CHECKS.positive("book-renewal", bookRenewal);
        CHECKS.positive("settled-funding-every", settledFundingEvery);
    }

    private static List<DydxResolution> resolutions(List<String> intervals) {
        try {
            return intervals.stream().map(DydxResolution::ofInterval).toList();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("tapeline.dydx.candle-intervals: " + unknown.getMessage(), unknown);
        }
    }

    List<DydxResolution> resolutions() {
        return resolutions(candleIntervals);
    }

    /** The live hosts and the default of everything. */
    public static DydxSettings defaults() {
        return of(REST, WS);
    }

    /** Other hosts, such as an emulator's, and the default of everything else. */
    public static DydxSettings of(String rest, String ws) {
        return new DydxSettings(rest, ws, List.of("1m"), Duration.ofMinutes(3), Duration.ofMinutes(5));
    }
}
