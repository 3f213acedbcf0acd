package io.tapeline.venue.polymarket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the windows of a series are, when they begin, and what their markets are called. */
sealed interface Period {
    /** The venue's hours are those of New York, daylight saving time included. */
    ZoneId EASTERN = ZoneId.of("America/New_York");

    /**
     * The start of the window that is open at a time.
     *
     * <p>It is the start, not the end, that names a window.
     */
    Instant start(Instant at);

    /** The start of the window after one. */
    Instant next(Instant start);

    /** The name of a window's market and event. */
    String slug(String asset, Instant start);

    /**
     * From {@code 5m}, {@code 15m}, {@code 1h}, {@code 4h}; any other count of seconds, minutes or hours is a grid of its
     * own.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Period of(String label) {
        return switch (label) {
            case "1h" -> new EasternHour();
            case "4h" -> new EasternGrid(label, 4);
            default -> new Grid(label, Grid.length(label));
        };
    }

    /** Windows at multiples of their length since the epoch: {@code btc-updown-5m-1773307200}. */
    record Grid(String label, Duration length) implements Period {
        private static final Pattern LABEL = Pattern.compile("([1-9][0-9]{0,4})([smh])");

        private static Duration length(String label) {
            Matcher parts = LABEL.matcher(label);
            if (!parts.matches()) {
                throw new IllegalArgumentException("expected a period such as 5m, 15m, 1h or 4h, got '" + label + "'");
            }
            long count = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofHours(count);
            };
        }

        @Override
        public Instant start(Instant at) {
            long seconds = at.getEpochSecond();
            return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, length.toSeconds()));
        }

        @Override
        public Instant next(Instant start) {
            return start.plus(length);
        }

        @Override
        public String slug(String asset, Instant start) {
            return Slugs.ofEpoch(asset, label, start);
        }
    }

    /** Windows at multiples of some hours of the day in New York: {@code btc-updown-4h-1773288000}. */
    record EasternGrid(String label, int hours) implements Period {
        @Override
        public Instant start(Instant at) {
            LocalDateTime local = at.atZone(EASTERN).toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
            return local.minusHours(local.getHour() % hours).atZone(EASTERN).toInstant();
        }

        /** Two days a year have a window that is an hour shorter or longer. */
        @Override
        public Instant next(Instant start) {
            return start.atZone(EASTERN)
                    .toLocalDateTime()
                    .plusHours(hours)
                    .atZone(EASTERN)
                    .toInstant();
        }

        @Override
        public String slug(String asset, Instant start) {
            return Slugs.ofEpoch(asset, label, start);
        }
    }

    /** Full hours, in words: {@code bitcoin-up-or-down-june-19-2026-8am-et}. */
    record EasternHour() implements Period {
        private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMMM-d-yyyy-ha", Locale.ENGLISH);

        @Override
        public Instant start(Instant at) {
            return at.truncatedTo(ChronoUnit.HOURS);
        }

        @Override
        public Instant next(Instant start) {
            return start.plus(1, ChronoUnit.HOURS);
        }

        @Override
        public String slug(String asset, Instant start) {
            ZonedDateTime local = start.atZone(EASTERN);
            return Slugs.inWords(asset, WORDS.format(local).toLowerCase(Locale.ROOT));
        }
    }
}
