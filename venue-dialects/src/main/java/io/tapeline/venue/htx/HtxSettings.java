package io.tapeline.venue.htx;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of HTX, prefix {@code tapeline.htx}.
 *
 * @param swap hosts of the linear contracts
 * @param bookLevels levels a side of the book stream: 20 or 150
 * @param candleIntervals in the venue's spelling
 * @param candlesEvery how often closed candles are read: the stream does not say that one closed
 * @param openInterestEvery how often open interest is read
 * @param ratiosEvery how often the two long/short ratios are read
 * @param ratioPeriod the period the ratios cover, in the venue's spelling
 * @param settledFundingEvery how often settled funding rates are read
 * @param settlementsEvery how often settlement prices are read
 * @param tradfi whether contracts on stocks, metals and currencies are listed too; they have sessions and pauses
 */
@ConfigurationProperties("tapeline.htx")
public record HtxSettings(
        @DefaultValue Swap swap,
        @DefaultValue("150") int bookLevels,
        @DefaultValue("1min") List<String> candleIntervals,
        @DefaultValue("1m") Duration candlesEvery,
        @DefaultValue("10s") Duration openInterestEvery,
        @DefaultValue("1m") Duration ratiosEvery,
        @DefaultValue("5min") String ratioPeriod,
        @DefaultValue("5m") Duration settledFundingEvery,
        @DefaultValue("30m") Duration settlementsEvery,
        @DefaultValue("false") boolean tradfi) {

    private static final SettingChecks CHECKS = new SettingChecks("tapeline.htx");
    private static final Set<String> RATIO_PERIODS = Set.of("5min", "15min", "30min", "60min", "4hour", "1day");

    public HtxSettings {
        candleIntervals = List.copyOf(candleIntervals);
        CHECKS.require(bookLevels == 20 || bookLevels == 150, "book-levels", "20 or 150", bookLevels);
        CHECKS.require(
                HtxPeriods.ofContracts().containsAll(candleIntervals),
                "candle-intervals",
                "some of " + HtxPeriods.ofContracts(),
                candleIntervals);
        CHECKS.require(RATIO_PERIODS.contains(ratioPeriod), "ratio-period", "one of " + RATIO_PERIODS, ratioPeriod);
        CHECKS.positive("candles-every", candlesEvery);
        CHECKS.positive("open-interest-every", openInterestEvery);
        CHECKS.positive("ratios-every", ratiosEvery);
        CHECKS.positive("settled-funding-every", settledFundingEvery);
        CHECKS.positive("settlements-every", settlementsEvery);
    }

    /** Roots of the hosts, without a slash at the end; the paths are added. */
    public record Swap(
            @DefaultValue("https://api.hbdm.com") String rest,
            @DefaultValue("wss://api.hbdm.com") String ws) {
        public Swap {
            rest = SettingChecks.root(rest);
            ws = SettingChecks.root(ws);
        }
    }

    /** The live hosts and the default of everything. */
    public static HtxSettings defaults() {
        return of("https://api.hbdm.com", "wss://api.hbdm.com");
    }

    /** Other hosts of the linear contracts, such as an emulator's, and the default of everything else. */
    public static HtxSettings of(String rest, String ws) {
        return new HtxSettings(
                new Swap(rest, ws),
                150,
                List.of("1min"),
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                "5min",
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                false);
    }
}
