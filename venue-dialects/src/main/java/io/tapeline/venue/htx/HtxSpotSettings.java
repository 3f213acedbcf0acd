package io.tapeline.venue.htx;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of HTX spot, prefix {@code tapeline.htx-spot}.
 *
 * @param rest roots of the hosts that serve REST, without a slash at the end; the first is used, the others are tried while
 *     it does not answer
 * @param ws roots of the hosts that serve streams; likewise
 * @param bookLevels levels a side of the book stream: 5 or 20 (few pairs), 150 or 400
 * @param candleIntervals in the venue's spelling
 * @param candlesEvery how often closed candles are read: the stream does not say that one closed
 */
@ConfigurationProperties("tapeline.htx-spot")
public record HtxSpotSettings(
        @DefaultValue({"https://api.huobi.pro", "https://api-aws.huobi.pro"})
        List<String> rest,

        @DefaultValue({"wss://api.huobi.pro", "wss://api-aws.huobi.pro"})
        List<String> ws,

        @DefaultValue("150") int bookLevels,
        @DefaultValue("1min") List<String> candleIntervals,
        @DefaultValue("1m") Duration candlesEvery) {

    private static final SettingChecks CHECKS = new SettingChecks("tapeline.htx-spot");
    private static final Set<Integer> LEVELS = Set.of(5, 20, 150, 400);

    public HtxSpotSettings {
        rest = rest.stream().map(SettingChecks::root).toList();
        ws = ws.stream().map(SettingChecks::root).toList();
        candleIntervals = List.copyOf(candleIntervals);
        CHECKS.require(!rest.isEmpty(), "rest", "at least one host", rest);
        CHECKS.require(!ws.isEmpty(), "ws", "at least one host", ws);
        CHECKS.require(LEVELS.contains(bookLevels), "book-levels", "5, 20, 150 or 400", bookLevels);
        CHECKS.require(
                HtxPeriods.ofPairs().containsAll(candleIntervals),
                "candle-intervals",
                "some of " + HtxPeriods.ofPairs(),
                candleIntervals);
        CHECKS.positive("candles-every", candlesEvery);
    }

    /** The live hosts and the default of everything. */
    public static HtxSpotSettings defaults() {
        return of(
                List.of("https://api.huobi.pro", "https://api-aws.huobi.pro"),
                List.of("wss://api.huobi.pro", "wss://api-aws.huobi.pro"));
    }

    /** Another host, such as an emulator's, and the default of everything else. */
    public static HtxSpotSettings of(String rest, String ws) {
        return of(List.of(rest), List.of(ws));
    }

    private static HtxSpotSettings of(List<String> rest, List<String> ws) {
        return new HtxSpotSettings(rest, ws, 150, List.of("1min"), Duration.ofMinutes(1));
    }
}
