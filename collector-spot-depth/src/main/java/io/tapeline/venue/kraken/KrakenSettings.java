package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.SettingChecks;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Kraken's spot exchange, prefix {@code tapeline.kraken}.
 *
 * @param rest root of the REST host, without a slash at the end; the paths are added
 * @param ws address of the socket, without a slash at the end
 * @param bookDepth levels a side that are subscribed: 10, 25, 100, 500 or 1000
 * @param candleIntervals of the candles: {@code 1m 5m 15m 30m 1h 4h 1d 1w 15d}
 */
@ConfigurationProperties("tapeline.kraken")
public record KrakenSettings(
        @DefaultValue("https://api.kraken.com") String rest,
        @DefaultValue("wss://ws.kraken.com/v2") String ws,
        @DefaultValue("1000") int bookDepth,
        @DefaultValue("1m") List<String> candleIntervals) {

    /** What the venue offers, smallest first. */
    static final List<Integer> DEPTHS = List.of(10, 25, 100, 500, 1000);

    private static final SettingChecks CHECKS = new SettingChecks("tapeline.kraken");

    public KrakenSettings {
        rest = SettingChecks.root(rest);
        ws = SettingChecks.root(ws);
        candleIntervals = List.copyOf(candleIntervals);
        CHECKS.require(DEPTHS.contains(bookDepth), "book-depth", "one of " + DEPTHS, bookDepth);
        CHECKS.require(
                KrakenInterval.NAMES.containsAll(candleIntervals),
                "candle-intervals",
                "some of " + KrakenInterval.NAMES,
                candleIntervals);
    }

    /** The live hosts and the default of everything. */
    public static KrakenSettings defaults() {
        return of("https://api.kraken.com", "wss://ws.kraken.com/v2");
    }

    /** Other hosts, such as an emulator's, and the default of everything else. */
    public static KrakenSettings of(String rest, String ws) {
        return new KrakenSettings(rest, ws, 1000, List.of("1m"));
    }
}
