package io.tapeline.venue.upbit;

import io.tapeline.collector.decode.SettingChecks;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the feed, prefix {@code tapeline.upbit}.
 *
 * @param rest root of the REST host of a site, without a slash at the end
 * @param ws root of its WebSocket host; {@code /websocket/v1} is added
 * @param format spelling of what is streamed; {@code SIMPLE} is shorter
 * @param candleIntervals intervals of candles that are streamed and fetched: 1s 1m 3m 5m 10m 15m 30m 1h 4h, and 1d, which
 *     the ticker brings
 */
@ConfigurationProperties("tapeline.upbit")
public record UpbitSettings(
        @DefaultValue(UpbitSettings.REST) String rest,
        @DefaultValue(UpbitSettings.WS) String ws,
        @DefaultValue("DEFAULT") UpbitFormat format,
        @DefaultValue({"1m", "1d"}) List<String> candleIntervals) {
    static final String REST = "https://api.upbit.com";
    static final String WS = "wss://api.upbit.com";

    private static final SettingChecks CHECKS = new SettingChecks("tapeline.upbit");

    public UpbitSettings {
        rest = SettingChecks.root(rest);
        ws = SettingChecks.root(ws);
        candleIntervals = List.copyOf(candleIntervals);
        CHECKS.require(
                UpbitInterval.streamed().containsAll(candleIntervals),
                "candle-intervals",
                "some of " + UpbitInterval.streamed(),
                candleIntervals);
    }

    /** The Korean site and the default of everything. */
    public static UpbitSettings defaults() {
        return of(REST, WS);
    }

    /** Other hosts, such as an emulator's, and the default of everything else. */
    public static UpbitSettings of(String rest, String ws) {
        return new UpbitSettings(rest, ws, UpbitFormat.DEFAULT, List.of("1m", "1d"));
    }
}
