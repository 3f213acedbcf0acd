package io.tapeline.collector.feed;

import io.tapeline.collector.frame.RecordingSettings;
import io.tapeline.collector.rest.RestSettings;
import io.tapeline.collector.session.SessionSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings that all collectors share.
 *
 * @param stateDirectory where positions are kept between two runs
 * @param discoveryInterval how often instruments and their terms are read again
 * @param books whether order books are collected at all
 * @param topLevels levels of an {@code orderbook} event
 * @param orderbookInterval how often it is published
 * @param bookRepublishInterval how often every book is published whole
 * @param watermarkInterval how often each stream states what is complete
 * @param stateInterval how often positions are saved; what was received since is fetched again after a crash
 * @param historicalDays days of history fetched when an instrument is first collected
 * @param largeTradeThresholds USD by base asset, and {@code others} for the rest
 * @param feeds by feed
 * @param recording whether and where received frames are kept
 * @param session how connections are kept
 * @param rest how REST calls are made
 */
@ConfigurationProperties("tapeline.collector")
@Validated
public record CollectorProperties(
        @DefaultValue("data/state") Path stateDirectory,
        @DefaultValue("15m") Duration discoveryInterval,
        @DefaultValue("true") boolean books,
        @DefaultValue("50") @Min(1) @Max(5000) int topLevels,
        @DefaultValue("1s") Duration orderbookInterval,
        @DefaultValue("60s") Duration bookRepublishInterval,
        @DefaultValue("60s") Duration watermarkInterval,
        @DefaultValue("1s") Duration stateInterval,
        @DefaultValue("1") @Min(0) @Max(3650) int historicalDays,
        @DefaultValue Map<String, BigDecimal> largeTradeThresholds,
        @DefaultValue Map<String, FeedSettings> feeds,
        @DefaultValue RecordingSettings recording,
        @DefaultValue SessionSettings session,
        @DefaultValue RestSettings rest) {

    public CollectorProperties {
        positive("discovery-interval", discoveryInterval);
        positive("orderbook-interval", orderbookInterval);
        positive("book-republish-interval", bookRepublishInterval);
        positive("watermark-interval", watermarkInterval);
        positive("state-interval", stateInterval);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + ": expected a positive duration, got " + value);
        }
    }

    /** Settings of a feed; one that is not named is off. */
    public FeedSettings feed(String id) {
        FeedSettings settings = feeds.get(id);
        return settings == null ? FeedSettings.OFF : settings;
    }

    /** The same with only these feeds on, and a state directory that no service uses. */
    public CollectorProperties recordingOnly(Collection<String> wanted, Path ownState) {
        Map<String, FeedSettings> only = new HashMap<>();
        wanted.forEach(id -> only.put(id, feed(id).switchedOn()));
        return new CollectorProperties(
                ownState,
                discoveryInterval,
                books,
                topLevels,
                orderbookInterval,
                bookRepublishInterval,
                watermarkInterval,
                stateInterval,
                0,
                largeTradeThresholds,
                only,
                recording,
                session,
                rest);
    }
}
