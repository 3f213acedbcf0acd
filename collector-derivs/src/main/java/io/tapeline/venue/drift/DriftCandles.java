package io.tapeline.venue.drift;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.CandleLengths;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Candles of traded prices ({@code fill...}); {@code ts} is the opening, in seconds. */
final class DriftCandles {
    private static final Map<String, String> INTERVALS =
            Map.of("1", "1m", "5", "5m", "15", "15m", "60", "1h", "240", "4h", "D", "1d", "W", "1w", "M", "1M");

    private static final Map<String, Duration> LENGTHS = CandleLengths.of("1m", "5m", "15m", "1h", "4h", "1d", "1w");

    private DriftCandles() {}

    static boolean isResolution(String resolution) {
        return INTERVALS.containsKey(resolution);
    }

    /** Seconds of a candle; of months, of the longest. */
    static long seconds(String resolution) {
        return LENGTHS.getOrDefault(INTERVALS.getOrDefault(resolution, ""), Duration.ofDays(31))
                .toSeconds();
    }

    static List<Decoded> read(JsonValue row, String symbol, String resolution, long received) {
        String interval = INTERVALS.get(resolution);
        if (interval == null) {
            throw new BadMember("resolution", "expected one of " + INTERVALS.keySet() + ", got '" + resolution + "'");
        }
        Header header = Header.venue(DriftMarkets.of(symbol), row.seconds("ts"), received);
        return List.of(new Decoded.Event(new Candle(
                header,
                interval,
                CandleSource.TRADE,
                row.decimal("fillOpen"),
                row.decimal("fillHigh"),
                row.decimal("fillLow"),
                row.decimal("fillClose"),
                row.optionalDecimal("baseVolume"),
                row.optionalDecimal("quoteVolume"),
                null,
                null,
                end(header.timestamp(), interval) <= received)));
    }

    private static long end(long opened, String interval) {
        Duration length = LENGTHS.get(interval);
        if (length != null) {
            return opened + length.toSeconds() * 1_000_000;
        }
        Instant next = Instant.ofEpochSecond(opened / 1_000_000)
                .atOffset(ZoneOffset.UTC)
                .plusMonths(1)
                .toInstant();
        return next.getEpochSecond() * 1_000_000;
    }
}
