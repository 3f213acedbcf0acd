package io.tapeline.query.request;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The time window of a request. */
final class WindowReader {
    /** A window that ends now ends a little later, so that venues whose clocks run ahead are not cut off. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    private static final BigDecimal DEFAULT_HOURS = BigDecimal.valueOf(24);
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(876_000);
    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    static final List<String> PARAMETERS = List.of("from", "to", "hours");

    private WindowReader() {}

    /** @param openEnded whether it ends now */
    record Read(@Nullable TimeRange range, boolean openEnded) {}

    /** What "now" means of rows that come at intervals. */
    static Read lastDay(Instant now) {
        return new Read(new TimeRange(now.minus(duration(DEFAULT_HOURS)), now.plus(CLOCK_TOLERANCE)), true);
    }

    /** @param always whether there is a window when no parameter asks for one */
    static Read read(ParameterReader in, boolean always, Instant now) {
        Instant from = in.time("from");
        Instant to = in.time("to");
        BigDecimal hours = hours(in, always);
        if (in.has("from") && in.has("hours")) {
            in.refuse("hours", "either hours or from");
        }
        if (from == null && to == null && hours == null) {
            return new Read(null, true);
        }
        Instant end = to == null ? now : to;
        Instant start = from == null ? end.minus(duration(hours == null ? DEFAULT_HOURS : hours)) : from;
        if (!start.isBefore(end)) {
            in.refuse("from", "a time before " + (to == null ? "now" : "to"));
        }
        boolean openEnded = !end.isBefore(now);
        return new Read(new TimeRange(latestOf(start), to == null ? end.plus(CLOCK_TOLERANCE) : end), openEnded);
    }

    /** Nobody has data from before 1970, and the database would refuse some of those years. */
    private static Instant latestOf(Instant start) {
        return start.isBefore(Instant.EPOCH) ? Instant.EPOCH : start;
    }

    private static @Nullable BigDecimal hours(ParameterReader in, boolean always) {
        BigDecimal hours = in.amount("hours", "a number of hours above 0 and at most " + MOST_HOURS, MOST_HOURS);
        if (hours != null && hours.signum() == 0) {
            in.refuse("hours", "a number of hours above 0 and at most " + MOST_HOURS);
        }
        if (hours == null && always && !in.has("from") && !in.has("to") && !in.has("hours")) {
            in.echo().put("hours", DEFAULT_HOURS);
            return DEFAULT_HOURS;
        }
        return hours;
    }

    private static Duration duration(BigDecimal hours) {
        return Duration.ofMillis(hours.multiply(MILLIS_PER_HOUR).longValue());
    }
}
