package io.tapeline.venue.deribit;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the feed.
 *
 * @param rest root of the REST host, without a slash at the end
 * @param history root of the REST host that keeps trades older than a day
 * @param ws roots of the WebSocket hosts, tried in turn
 * @param credentials of an API key with read scope; without them channels of 100 ms are used instead of {@code raw}
 * @param candleIntervals intervals of the candle streams, such as {@code 1m} and {@code 1d}
 * @param candlesEvery how often candles are read, which makes them final
 * @param settledFundingEvery how often the hourly funding that was paid is read
 * @param liquidationsAfter how old trades are when they are read again for liquidations, which the venue marks late
 * @param liquidationsEvery how often that is done; at most half an hour
 */
@ConfigurationProperties("tapeline.deribit")
public record DeribitSettings(
        @DefaultValue("https://www.deribit.com") String rest,
        @DefaultValue("https://history.deribit.com") String history,

        @DefaultValue({"wss://www.deribit.com", "wss://streams.deribit.com"})
        List<String> ws,

        @DefaultValue Credentials credentials,
        @DefaultValue("1m") List<String> candleIntervals,
        @DefaultValue("1m") Duration candlesEvery,
        @DefaultValue("10m") Duration settledFundingEvery,
        @DefaultValue("60m") Duration liquidationsAfter,
        @DefaultValue("15m") Duration liquidationsEvery) {

    private static final SettingChecks CHECKS = new SettingChecks("tapeline.deribit");

    public DeribitSettings {
        rest = SettingChecks.root(rest);
        history = SettingChecks.root(history);
        ws = ws.stream().map(SettingChecks::root).toList();
        candleIntervals = List.copyOf(candleIntervals);
        CHECKS.require(!ws.isEmpty(), "ws", "at least one address", ws);
        CHECKS.require(
                DeribitCandles.RESOLUTIONS.keySet().containsAll(candleIntervals),
                "candle-intervals",
                "some of " + DeribitCandles.RESOLUTIONS.keySet(),
                candleIntervals);
        CHECKS.positive("candles-every", candlesEvery);
        CHECKS.positive("settled-funding-every", settledFundingEvery);
        CHECKS.positive("liquidations-after", liquidationsAfter);
        CHECKS.positive("liquidations-every", liquidationsEvery);
        CHECKS.require(
                liquidationsEvery.compareTo(DeribitPolls.LATE_WINDOW) <= 0,
                "liquidations-every",
                "at most " + DeribitPolls.LATE_WINDOW.toMinutes() + " minutes",
                liquidationsEvery);
    }

    /**
     * An API key; both parts are empty when there is none.
     *
     * @param key the client id
     * @param secret the client secret
     */
    public record Credentials(
            @DefaultValue("") String key, @DefaultValue("") String secret) {
        public Credentials {
            CHECKS.require(
                    key.isBlank() == secret.isBlank(),
                    "credentials",
                    "key and secret, or neither",
                    key.isBlank() ? "a secret alone" : "a key alone");
        }

        boolean given() {
            return !key.isBlank();
        }

        /** Says nothing that is secret. */
        @Override
        public String toString() {
            return given() ? "Credentials[given]" : "Credentials[none]";
        }
    }

    /** The live hosts and the default of everything. */
    public static DeribitSettings defaults() {
        return of(
                "https://www.deribit.com",
                "https://history.deribit.com",
                List.of("wss://www.deribit.com", "wss://streams.deribit.com"),
                new Credentials("", ""));
    }

    /** Other hosts, such as an emulator's, and the default of everything else. */
    public static DeribitSettings of(String rest, String history, List<String> ws, Credentials credentials) {
        return new DeribitSettings(
                rest,
                history,
                ws,
                credentials,
                List.of("1m"),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Duration.ofMinutes(15));
    }
}
