package io.tapeline.writer.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one object holds for a stretch of time.
 *
 * @param prefix of the market's keys; may be empty
 * @param interval {@code 5s} or {@code 1min}
 */
record Series(String prefix, String exchange, String asset, String interval) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd/HH/yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    /** Whether its names can be parts of a key: they come with events. */
    boolean nameable() {
        return Stream.of(exchange, asset, interval)
                .allMatch(name -> NAME.matcher(name).matches());
    }

    /** {@code futures/binance/BTC/5s/2026-11-20.jsonl}. */
    String dayKey(LocalDate date) {
        return directory() + date + ".jsonl";
    }

    /** {@code futures/binance/BTC/5s/min/2026-11-20/12/2026-11-20T12:07.jsonl}. @param start of the minute */
    String minuteKey(Instant start) {
        return directory() + "min/" + MINUTE.format(LocalDateTime.ofInstant(start, ZoneOffset.UTC)) + ".jsonl";
    }

    private String directory() {
        return (prefix.isEmpty() ? "" : prefix + "/") + exchange + "/" + asset + "/" + interval + "/";
    }
}
