package io.tapeline.emulator.polymarket;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a market says.
 *
 * @param label of the period, such as {@code 5m}
 * @param start of the window, epoch milliseconds
 * @param end likewise
 */
record WindowName(String slug, String asset, String label, long start, long end) {
    private static final ZoneId EASTERN = ZoneId.of("America/New_York");
    private static final Pattern EPOCH = Pattern.compile("([a-z]+)-updown-([1-9][0-9]*)([smh])-([0-9]{9,11})");
    private static final Pattern WORDS = Pattern.compile("([a-z]+)-up-or-down-([a-z]+-[0-9]+-[0-9]{4}-[0-9]+[ap]m)-et");
    private static final Map<String, String> ASSETS = Map.of("bitcoin", "btc", "ethereum", "eth", "solana", "sol");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3_600);
    private static final long HOUR = 3_600_000;
    private static final int DAY_PART = 4;

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMMM-d-yyyy-ha")
            .toFormatter(Locale.ENGLISH);

    /** Empty where no window has that name. */
    static Optional<WindowName> read(String slug) {
        Matcher epoch = EPOCH.matcher(slug);
        if (epoch.matches()) {
            return ofEpoch(slug, epoch);
        }
        Matcher words = WORDS.matcher(slug);
        return words.matches() ? inWords(slug, words.group(1), words.group(2)) : Optional.empty();
    }

    private static Optional<WindowName> ofEpoch(String slug, Matcher name) {
        String label = name.group(2) + name.group(3);
        long length = Long.parseLong(name.group(2)) * SECONDS.getOrDefault(name.group(3), 1) * 1_000L;
        long start = Long.parseLong(name.group(4)) * 1_000;
        boolean begins = label.equals(DAY_PART + "h") ? beginsDayPart(start) : start % length == 0;
        return begins
                ? Optional.of(new WindowName(slug, ticker(name.group(1)), label, start, start + length))
                : Optional.empty();
    }

    private static boolean beginsDayPart(long start) {
        return start % HOUR == 0 && Instant.ofEpochMilli(start).atZone(EASTERN).getHour() % DAY_PART == 0;
    }

    private static Optional<WindowName> inWords(String slug, String name, String time) {
        try {
            long start =
                    LocalDateTime.parse(time, TIME).atZone(EASTERN).toInstant().toEpochMilli();
            return Optional.of(
                    new WindowName(slug, ticker(ASSETS.getOrDefault(name, name)), "1h", start, start + HOUR));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String ticker(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    long length() {
        return end - start;
    }
}
