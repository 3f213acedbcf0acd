package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.SettingChecks;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Bybit spot, prefix {@code tapeline.bybit-spot}.
 *
 * @param rest root of the REST host
 * @param mirror root of a host that is asked while the other does not answer; empty for none
 * @param ws root of the WebSocket host; {@code /v5/public/spot} is added
 * @param depth levels of the book streams: 50, 200 or 1000, which come every 20, 100 or 200 ms
 * @param candleIntervals intervals of the candle streams
 */
@ConfigurationProperties("tapeline.bybit-spot")
public record BybitSpotSettings(
        @DefaultValue("https://api.bybit.com") String rest,
        @DefaultValue("https://api.bytick.com") String mirror,
        @DefaultValue("wss://stream.bybit.com") String ws,
        @DefaultValue("200") int depth,
        @DefaultValue("1m") List<String> candleIntervals) {
    private static final BybitStreamChecks CHECKS = new BybitStreamChecks(new SettingChecks("tapeline.bybit-spot"));

    public BybitSpotSettings {
        rest = SettingChecks.root(rest);
        mirror = SettingChecks.root(mirror);
        ws = SettingChecks.root(ws);
        candleIntervals = List.copyOf(candleIntervals);
        CHECKS.require(depth, candleIntervals);
    }

    BybitHosts hosts() {
        return new BybitHosts(rest, mirror, ws);
    }

    List<BybitInterval> intervals() {
        return candleIntervals.stream().map(BybitInterval::of).toList();
    }

    /** The live hosts and the default of everything. */
    public static BybitSpotSettings defaults() {
        return of("https://api.bybit.com", "https://api.bytick.com", "wss://stream.bybit.com");
    }

    /** Other hosts, such as an emulator's, and the default of everything else. */
    public static BybitSpotSettings of(String rest, String mirror, String ws) {
        return new BybitSpotSettings(rest, mirror, ws, 200, List.of("1m"));
    }
}
