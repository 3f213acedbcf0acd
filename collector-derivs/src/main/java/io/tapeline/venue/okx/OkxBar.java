package io.tapeline.venue.okx;

import io.tapeline.collector.decode.BadMember;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Intervals of candles and ratios. The venue writes hours, days and weeks as {@code 1H 1D 1W}; from 6 hours on such a bar
 * begins at UTC+8, and the one that begins at UTC is {@code 6Hutc 1Dutc 1Wutc}. Only the latter is asked for.
 */
final class OkxBar {
    /** Intervals that candles have, in the venue-neutral spelling. */
    static final List<String> INTERVALS =
            List.of("1s", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d", "2d", "3d", "1w", "1M");

    private static final Pattern BAR = Pattern.compile("(\\d{1,2})([smHDWM])(utc)?");

    /** From this many hours on it matters where a day begins. */
    private static final int ALIGNED_FROM_HOURS = 6;

    private OkxBar() {}

    /** The venue's spelling of an interval. */
    static String of(String interval) {
        int count = count(interval);
        return switch (unit(interval)) {
            case 'h' -> count + (count < ALIGNED_FROM_HOURS ? "H" : "Hutc");
            case 'd' -> count + "Dutc";
            case 'w' -> count + "Wutc";
            case 'M' -> count + "Mutc";
            default -> interval;
        };
    }

    /** The neutral spelling of a bar; null where it begins at UTC+8. */
    static @Nullable String interval(String bar) {
        Matcher matcher = BAR.matcher(bar);
        if (!matcher.matches()) {
            throw new BadMember("bar", "expected one such as 1m, 4H or 1Dutc, got '" + bar + "'");
        }
        int count = Integer.parseInt(matcher.group(1));
        boolean utc = matcher.group(3) != null;
        return switch (matcher.group(2)) {
            case "H" -> utc || count < ALIGNED_FROM_HOURS ? count + "h" : null;
            case "D" -> utc ? count + "d" : null;
            case "W" -> utc ? count + "w" : null;
            case "M" -> utc ? count + "M" : null;
            default -> bar;
        };
    }

    /** How long a bar is; months are taken as the shortest, so that no page of them is too long. */
    static Duration length(String interval) {
        int count = count(interval);
        return switch (unit(interval)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            case 'w' -> Duration.ofDays(7L * count);
            default -> Duration.ofDays(28L * count);
        };
    }

    private static int count(String interval) {
        return Integer.parseInt(interval.substring(0, interval.length() - 1));
    }

    private static char unit(String interval) {
        return interval.charAt(interval.length() - 1);
    }
}
