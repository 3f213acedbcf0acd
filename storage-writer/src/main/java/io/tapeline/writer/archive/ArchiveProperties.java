package io.tapeline.writer.archive;

import io.tapeline.bus.archive.ArchiveTarget;
import io.tapeline.bus.archive.BucketSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the file archive.
 *
 * @param directory where objects are written; with a bucket they wait there to be uploaded
 * @param futuresPrefix what keys of perpetuals and futures begin with
 * @param spotPrefix what keys of spot markets begin with; may be empty
 * @param assets base assets that are archived
 * @param interval how often it is looked for minutes that have ended
 * @param settle how long after its end a minute is given for its rows to be stored
 * @param dailyInterval how often a day's object is written again while rows come
 * @param lateInterval how often all minutes of the days that are watched are compared with the rows
 * @param days how many days are watched for late rows, today included; with a bucket also how long they stay on disk
 * @param maxBacklogDays what could not be uploaded for longer is given up
 * @param retryDelay pause after an upload failed; doubles with each further round that fails
 */
@ConfigurationProperties("tapeline.archive")
public record ArchiveProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("directory") ArchiveTarget target,
        @DefaultValue("data/archive") Path directory,
        @DefaultValue("futures") String futuresPrefix,
        @DefaultValue("spot") String spotPrefix,
        @DefaultValue({"BTC", "ETH", "ADA", "XRP"}) List<String> assets,
        @DefaultValue("10s") Duration interval,
        @DefaultValue("5s") Duration settle,
        @DefaultValue("5m") Duration dailyInterval,
        @DefaultValue("15m") Duration lateInterval,
        @DefaultValue("2") int days,
        @DefaultValue("30") int maxBacklogDays,
        @DefaultValue("5s") Duration retryDelay,
        @DefaultValue("5m") Duration retryDelayMax,
        @DefaultValue BucketSettings s3) {

    private static final String PREFIX = "[A-Za-z0-9_-]*";

    public ArchiveProperties {
        require(
                futuresPrefix.matches(PREFIX) && !futuresPrefix.isEmpty(),
                "futures-prefix",
                "letters, digits, - and _",
                futuresPrefix);
        require(spotPrefix.matches(PREFIX), "spot-prefix", "letters, digits, - and _, or nothing", spotPrefix);
        require(!spotPrefix.equals(futuresPrefix), "spot-prefix", "another than futures-prefix", spotPrefix);
        assets.forEach(asset -> require(asset.matches("[A-Z0-9]+"), "assets", "assets such as BTC", asset));
        require(interval.isPositive(), "interval", "more than 0", interval);
        require(!settle.isNegative(), "settle", "0 or more", settle);
        require(dailyInterval.isPositive(), "daily-interval", "more than 0", dailyInterval);
        require(lateInterval.isPositive(), "late-interval", "more than 0", lateInterval);
        require(days >= 2, "days", "2 or more: today and yesterday", days);
        require(maxBacklogDays >= days, "max-backlog-days", "days or more", maxBacklogDays);
        require(retryDelay.isPositive(), "retry-delay", "more than 0", retryDelay);
        require(retryDelayMax.compareTo(retryDelay) >= 0, "retry-delay-max", "retry-delay or more", retryDelayMax);
        if (target == ArchiveTarget.S3) {
            s3.requireComplete();
        }
    }

    private static void require(boolean holds, String property, String expected, Object actual) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "tapeline.archive." + property + ": expected " + expected + ", got '" + actual + "'");
        }
    }
}
