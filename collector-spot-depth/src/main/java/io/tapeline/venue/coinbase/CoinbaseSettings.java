package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Coinbase Exchange, prefix {@code tapeline.coinbase}.
 *
 * @param rest root of the REST interface
 * @param ws address of the feed
 * @param credentials of an API key; without them books come in batches of 50 ms
 * @param candleIntervals intervals of the candles that are read every minute: {@code 1m 5m 15m 1h 6h 1d}
 * @param bookRenewal how often a book is subscribed anew, since nothing would show that a change of it was lost
 */
@ConfigurationProperties("tapeline.coinbase")
public record CoinbaseSettings(
        @DefaultValue("https://api.exchange.coinbase.com") String rest,
        @DefaultValue("wss://ws-feed.exchange.coinbase.com") String ws,
        @DefaultValue Credentials credentials,
        @DefaultValue("1m") List<String> candleIntervals,
        @DefaultValue("15m") Duration bookRenewal) {
    private static final SettingChecks CHECKS = new SettingChecks("tapeline.coinbase");

    public CoinbaseSettings {
        rest = SettingChecks.root(rest);
        ws = SettingChecks.root(ws);
        candleIntervals = List.copyOf(candleIntervals);
        CHECKS.positive("book-renewal", bookRenewal);
        CHECKS.require(
                CoinbaseGranularity.intervals().containsAll(candleIntervals),
                "candle-intervals",
                "some of " + CoinbaseGranularity.intervals(),
                candleIntervals);
    }

    List<CoinbaseGranularity> granularities() {
        return candleIntervals.stream().map(CoinbaseGranularity::of).toList();
    }

    /**
     * An API key of Coinbase Exchange, which needs no permission but to view; all parts are empty when there is none.
     *
     * @param secret in Base64, as the venue hands it out
     */
    public record Credentials(
            @DefaultValue("") String key,
            @DefaultValue("") String secret,
            @DefaultValue("") String passphrase) {
        static final Credentials NONE = new Credentials("", "", "");

        public Credentials {
            long given = Stream.of(key, secret, passphrase)
                    .filter(part -> !part.isBlank())
                    .count();
            CHECKS.require(
                    given == 0 || given == 3, "credentials", "key, secret and passphrase, or none", given + " of them");
            CHECKS.require(isBase64(secret), "credentials.secret", "Base64", "something else");
        }

        private static boolean isBase64(String text) {
            try {
                Base64.getDecoder().decode(text.strip());
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        boolean given() {
            return !key.isBlank();
        }

        byte[] secretBytes() {
            return Base64.getDecoder().decode(secret.strip());
        }

        /** Says nothing that is secret. */
        @Override
        public String toString() {
            return given() ? "Credentials[given]" : "Credentials[none]";
        }
    }

    /** The live hosts and the default of everything. */
    public static CoinbaseSettings defaults() {
        return of("https://api.exchange.coinbase.com", "wss://ws-feed.exchange.coinbase.com", Credentials.NONE);
    }

    /** Other hosts, such as an emulator's, and the default of everything else. */
    public static CoinbaseSettings of(String rest, String ws, Credentials credentials) {
        return new CoinbaseSettings(rest, ws, credentials, List.of("1m"), Duration.ofMinutes(15));
    }
}
