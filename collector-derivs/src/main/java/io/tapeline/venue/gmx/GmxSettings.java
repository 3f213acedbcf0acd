package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of GMX on one chain, prefix {@code tapeline.gmx}.
 *
 * @param keepers hosts of prices, candles and listings, asked in turn while one does not answer
 * @param apis hosts of trades, rates and open interest, the same way; {@code /v1} is added
 * @param index the GraphQL index of funding history
 * @param pricesEvery how often oracle prices are read
 * @param ratesEvery how often funding, borrowing and open interest are read
 * @param tradesEvery how often trades are read
 * @param tradesOverlap how far each reading of trades goes back: longer than their index may lag behind the chain
 * @param candlesEvery how often candles are read
 * @param candlePeriods of {@code 1m 5m 15m 1h 4h 1d}
 * @param fundingHistoryEvery how often hourly snapshots of funding are read; one is made an hour
 */
@ConfigurationProperties("tapeline.gmx")
public record GmxSettings(
        @DefaultValue({
            "https://arbitrum-api.gmxinfra.io",
            "https://arbitrum-api-fallback.gmxinfra.io",
            "https://arbitrum-api-fallback.gmxinfra2.io"
        })
        List<String> keepers,

        @DefaultValue({"https://arbitrum.gmxapi.io", "https://arbitrum.gmxapi.ai"})
        List<String> apis,

        @DefaultValue("https://gmx.squids.live/gmx-synthetics-arbitrum:prod")
        String index,

        @DefaultValue("1s") Duration pricesEvery,
        @DefaultValue("10s") Duration ratesEvery,
        @DefaultValue("10s") Duration tradesEvery,
        @DefaultValue("2m") Duration tradesOverlap,
        @DefaultValue("1m") Duration candlesEvery,
        @DefaultValue("1m") List<String> candlePeriods,
        @DefaultValue("15m") Duration fundingHistoryEvery) {

    public GmxSettings {
        SettingChecks checks = new SettingChecks("tapeline.gmx");
        checks.require(!keepers.isEmpty(), "keepers", "one host at least", keepers);
        checks.require(!apis.isEmpty(), "apis", "one host at least", apis);
        keepers = keepers.stream().map(SettingChecks::root).toList();
        apis = apis.stream().map(SettingChecks::root).toList();
        index = SettingChecks.root(index);
        candlePeriods = List.copyOf(candlePeriods);
        checks.positive("prices-every", pricesEvery);
        checks.positive("rates-every", ratesEvery);
        checks.positive("trades-every", tradesEvery);
        checks.require(
                tradesOverlap.compareTo(tradesEvery.multipliedBy(2)) >= 0,
                "trades-overlap",
                "at least twice trades-every",
                tradesOverlap);
        checks.positive("candles-every", candlesEvery);
        checks.require(
                GmxCandles.PERIODS.keySet().containsAll(candlePeriods),
                "candle-periods",
                "some of " + GmxCandles.PERIODS.keySet(),
                candlePeriods);
        checks.positive("funding-history-every", fundingHistoryEvery);
    }

    /** The values of a settings file that says nothing, on these hosts. */
    static GmxSettings on(List<String> keepers, List<String> apis, String index) {
        return new GmxSettings(
                keepers,
                apis,
                index,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofMinutes(2),
                Duration.ofMinutes(1),
                List.of("1m"),
                Duration.ofMinutes(15));
    }
}
