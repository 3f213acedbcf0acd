package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Kraken Futures, prefix {@code tapeline.kraken-futures}.
 *
 * @param rest root of the REST host, without a slash at the end; the paths are added
 * @param ws address of the socket, without a slash at the end
 * @param candleIntervals of the charts, which REST alone brings: {@code 1m 5m 15m 30m 1h 4h 12h 1d 1w}
 * @param candlesEvery how often the newest candles are read
 * @param settledFundingEvery how often settled funding rates are read; each answer has a product's whole history
 */
@ConfigurationProperties("tapeline.kraken-futures")
public record KrakenFuturesSettings(
        @DefaultValue("https://futures.kraken.com") String rest,
        @DefaultValue("wss://futures.kraken.com/ws/v1") String ws,
        @DefaultValue("1m") List<String> candleIntervals,
        @DefaultValue("1m") Duration candlesEvery,
        @DefaultValue("1h") Duration settledFundingEvery) {

    private static final SettingChecks CHECKS = new SettingChecks("tapeline.kraken-futures");

    public KrakenFuturesSettings {
        rest = SettingChecks.root(rest);
        ws = SettingChecks.root(ws);
        candleIntervals = List.copyOf(candleIntervals);
        CHECKS.require(
                KrakenFuturesCharts.INTERVALS.keySet().containsAll(candleIntervals),
                "candle-intervals",
                "some of " + KrakenFuturesCharts.INTERVALS.keySet(),
                candleIntervals);
        CHECKS.positive("candles-every", candlesEvery);
        CHECKS.positive("settled-funding-every", settledFundingEvery);
    }

    /** The live hosts and the default of everything. */
    public static KrakenFuturesSettings defaults() {
        return of("https://futures.kraken.com", "wss://futures.kraken.com/ws/v1");
    }

    /** Other hosts, such as an emulator's, and the default of everything else. */
    public static KrakenFuturesSettings of(String rest, String ws) {
        return new KrakenFuturesSettings(rest, ws, List.of("1m"), Duration.ofMinutes(1), Duration.ofHours(1));
    }
}
