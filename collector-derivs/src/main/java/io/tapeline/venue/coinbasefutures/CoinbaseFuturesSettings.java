package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Coinbase Derivatives, prefix {@code tapeline.coinbase-futures}.
 *
 * @param rest root of the REST interface, with the path that all calls share
 * @param ws root of the socket
 * @param pricesEvery how often prices, funding and open interest are read
 * @param candleIntervals intervals of the candles that are read every minute: {@code 1m 5m 15m 30m 1h 2h 6h 1d}
 */
@ConfigurationProperties("tapeline.coinbase-futures")
public record CoinbaseFuturesSettings(
        @DefaultValue("https://api.coinbase.com/api/v3/brokerage")
        String rest,

        @DefaultValue("wss://advanced-trade-ws.coinbase.com")
        String ws,

        @DefaultValue("10s") Duration pricesEvery,
        @DefaultValue("1m") List<String> candleIntervals) {
    private static final SettingChecks CHECKS = new SettingChecks("tapeline.coinbase-futures");

    public CoinbaseFuturesSettings {
        rest = SettingChecks.root(rest);
        ws = SettingChecks.root(ws);
        candleIntervals = List.copyOf(candleIntervals);
        CHECKS.positive("prices-every", pricesEvery);
        CHECKS.require(
                CoinbaseGranularity.intervals().containsAll(candleIntervals),
                "candle-intervals",
                "some of " + CoinbaseGranularity.intervals(),
                candleIntervals);
    }

    List<CoinbaseGranularity> granularities() {
        return candleIntervals.stream().map(CoinbaseGranularity::of).toList();
    }

    /** The live hosts and the default of everything. */
    public static CoinbaseFuturesSettings defaults() {
        return of("https://api.coinbase.com/api/v3/brokerage", "wss://advanced-trade-ws.coinbase.com");
    }

    /** Other hosts, such as an emulator's, and the default of everything else. */
    public static CoinbaseFuturesSettings of(String rest, String ws) {
        return new CoinbaseFuturesSettings(rest, ws, Duration.ofSeconds(10), List.of("1m"));
    }
}
