package io.tapeline.emulator.okx;

import io.tapeline.emulator.market.Interval;
import java.util.Optional;
import java.util.regex.Pattern;

/** The venue's names of intervals: {@code 1m}, {@code 4H}, and from six hours on {@code 6Hutc}, {@code 1Dutc}. */
final class OkxBars {
    private static final int MINUTES_OF_SIX_HOURS = 360;
    private static final Pattern ALIGNED_ELSEWHERE = Pattern.compile("(6H|12H|\\d[DWM])");

    private OkxBars() {}

    static String name(Interval interval) {
        String name = interval.name();
        if (interval.minutes() < 60) {
            return name;
        }
        String upper = name.substring(0, name.length() - 1) + Character.toUpperCase(name.charAt(name.length() - 1));
        return interval.minutes() < MINUTES_OF_SIX_HOURS ? upper : upper + "utc";
    }

    /** Empty for what the venue has not, and for what begins at UTC+8, which is not served. */
    static Optional<Interval> of(String bar) {
        return ALIGNED_ELSEWHERE.matcher(bar).matches()
                ? Optional.empty()
                : Interval.ALL.stream()
                        .filter(interval -> name(interval).equals(bar))
                        .findFirst();
    }
}
