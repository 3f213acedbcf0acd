package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.BadMember;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Lengths of candles; the venue counts minutes, everybody else has names. */
enum KrakenInterval {
    MINUTE("1m", 1),
    MINUTES_5("5m", 5),
    MINUTES_15("15m", 15),
    MINUTES_30("30m", 30),
    HOUR("1h", 60),
    HOURS_4("4h", 240),
    DAY("1d", 1_440),
    WEEK("1w", 10_080),
    DAYS_15("15d", 21_600);

    static final List<String> NAMES =
            Arrays.stream(values()).map(KrakenInterval::text).toList();

    private final String text;
    private final int minutes;

    KrakenInterval(String text, int minutes) {
        this.text = text;
        this.minutes = minutes;
    }

    String text() {
        return text;
    }

    int minutes() {
        return minutes;
    }

    Duration length() {
        return Duration.ofMinutes(minutes);
    }

    static KrakenInterval named(String name) {
        return values()[NAMES.indexOf(name)];
    }

    static KrakenInterval ofMinutes(String minutes) {
        return Arrays.stream(values())
                .filter(interval -> Integer.toString(interval.minutes).equals(minutes))
                .findAny()
                .orElseThrow(() -> new BadMember("interval", "expected a number of minutes such as 5, got " + minutes));
    }
}
