package io.tapeline.venue.upbit;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.model.json.IsoMicros;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Intervals of candles. All begin in UTC, weeks on Mondays. */
enum UpbitInterval {
    SECOND("1s", "candle.1s", "seconds", Duration.ofSeconds(1)),
    MINUTE("1m", "candle.1m", "minutes/1", Duration.ofMinutes(1)),
    MINUTES_3("3m", "candle.3m", "minutes/3", Duration.ofMinutes(3)),
    MINUTES_5("5m", "candle.5m", "minutes/5", Duration.ofMinutes(5)),
    MINUTES_10("10m", "candle.10m", "minutes/10", Duration.ofMinutes(10)),
    MINUTES_15("15m", "candle.15m", "minutes/15", Duration.ofMinutes(15)),
    MINUTES_30("30m", "candle.30m", "minutes/30", Duration.ofMinutes(30)),
    HOUR("1h", "candle.60m", "minutes/60", Duration.ofHours(1)),
    HOURS_4("4h", "candle.240m", "minutes/240", Duration.ofHours(4)),
    /** The ticker tells of the day that runs. */
    DAY("1d", "ticker", "days", Duration.ofDays(1)),
    WEEK("1w", null, "weeks", Duration.ofDays(7)),
    MONTH("1M", null, "months", Duration.ofDays(31));

    private final String interval;
    private final @Nullable String stream;
    private final String path;
    private final Duration length;

    UpbitInterval(String interval, @Nullable String stream, String path, Duration length) {
        this.interval = interval;
        this.stream = stream;
        this.path = path;
        this.length = length;
    }

    /** In the venue-neutral spelling. */
    String interval() {
        return interval;
    }

    /** The type of stream that brings it, empty where none does. */
    Optional<String> stream() {
        return Optional.ofNullable(stream);
    }

    /** Below {@code /v1/candles/}. */
    String path() {
        return path;
    }

    /** Of a month the longest. */
    Duration length() {
        return length;
    }

    /** Start of the candle after the one that begins at a time, epoch microseconds both. */
    long next(long start) {
        if (this != MONTH) {
            return start + length.toNanos() / 1_000;
        }
        OffsetDateTime month = IsoMicros.toInstant(start).atOffset(ZoneOffset.UTC);
        return EpochTime.of(month.plusMonths(1).toInstant());
    }

    /** Intervals that a stream brings. */
    static List<String> streamed() {
        return Stream.of(values())
                .filter(one -> one.stream != null)
                .map(one -> one.interval)
                .toList();
    }

    /** By the venue-neutral spelling. */
    static Optional<UpbitInterval> of(String interval) {
        return Stream.of(values()).filter(one -> one.interval.equals(interval)).findFirst();
    }

    /** By the type of the stream. */
    static Optional<UpbitInterval> ofStream(String type) {
        return Stream.of(values()).filter(one -> type.equals(one.stream)).findFirst();
    }

    /** By the path below {@code /v1/candles/}. */
    static Optional<UpbitInterval> ofPath(String path) {
        return Stream.of(values()).filter(one -> one.path.equals(path)).findFirst();
    }
}
