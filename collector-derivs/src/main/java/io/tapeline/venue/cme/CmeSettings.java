package io.tapeline.venue.cme;

import io.tapeline.collector.decode.SettingChecks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of CME, prefix {@code tapeline.cme}.
 *
 * @param datamine the paid files; absent without credentials
 * @param folder where settlement files are dropped; empty: none
 * @param folderEvery how often it is looked at
 * @param publicPages whether the delayed pages of the site are read, whose terms restrict automated use
 * @param site host of these pages
 * @param productIds by product, where the site's product list does not tell
 * @param spot address of one-minute candles that the basis is taken against, with {@code {base}}, {@code {start}} and
 *     {@code {end}}; answers like Coinbase Exchange; empty: no basis
 * @param pollTimes times in Chicago at which DataMine and the pages are read on business days
 * @param pollEvery reads them at this interval instead; for an emulated venue
 * @param requestsPerMinute most requests to a host
 * @param restWhenBlocked how long a source is left alone after it refused to serve this place
 */
@ConfigurationProperties("tapeline.cme")
public record CmeSettings(
        @DefaultValue DataMine datamine,
        @DefaultValue("") String folder,
        @DefaultValue("1m") Duration folderEvery,
        @DefaultValue("false") boolean publicPages,
        @DefaultValue("https://www.cmegroup.com") String site,
        @DefaultValue Map<CmeProduct, Integer> productIds,

        @DefaultValue(CANDLES) String spot,

        @DefaultValue({"09:00", "18:00"}) List<LocalTime> pollTimes,
        @Nullable Duration pollEvery,
        @DefaultValue("30") int requestsPerMinute,
        @DefaultValue("23h") Duration restWhenBlocked) {

    /** One-minute candles of Coinbase Exchange, public, at most 300 an answer. */
    static final String CANDLES =
            "https://api.exchange.coinbase.com/products/{base}-USD/candles?granularity=60&start={start}&end={end}";

    private static final SettingChecks CHECKS = new SettingChecks("tapeline.cme");

    public CmeSettings {
        site = SettingChecks.root(site);
        productIds = productIds.isEmpty() ? Map.of() : new EnumMap<>(productIds);
        pollTimes = List.copyOf(pollTimes);
        CHECKS.positive("folder-every", folderEvery);
        CHECKS.positive("rest-when-blocked", restWhenBlocked);
        CHECKS.require(!pollTimes.isEmpty(), "poll-times", "one time at least", pollTimes);
        CHECKS.require(requestsPerMinute > 1, "requests-per-minute", "two at least", requestsPerMinute);
        CHECKS.require(
                spot.isEmpty() || (spot.contains("{base}") && spot.contains("{start}") && spot.contains("{end}")),
                "spot",
                "an address with {base}, {start} and {end}",
                spot);
        if (pollEvery != null) {
            CHECKS.positive("poll-every", pollEvery);
        }
    }

    /** The folder that files are dropped into, where there is one. */
    Optional<Path> dropped() {
        return folder.isBlank()
                ? Optional.empty()
                : Optional.of(Path.of(folder).toAbsolutePath().normalize());
    }

    /**
     * CME DataMine.
     *
     * @param host root of its interfaces
     * @param key an API id, from {@code CME_API_KEY}
     * @param secret its password, from {@code CME_API_SECRET}
     */
    public record DataMine(
            @DefaultValue("https://datamine.new.cmegroup.com")
            String host,

            @DefaultValue("") String key,
            @DefaultValue("") String secret) {
        public DataMine {
            host = SettingChecks.root(host);
            CHECKS.require(
                    key.isBlank() == secret.isBlank(),
                    "datamine",
                    "key and secret (CME_API_KEY, CME_API_SECRET) or neither",
                    "one of them");
        }

        boolean entitled() {
            return !key.isBlank();
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "DataMine[host=" + host + ", entitled=" + entitled() + "]";
        }
    }
}
