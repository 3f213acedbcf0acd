package io.tapeline.collector.venue;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A venue's limit on REST requests.
 *
 * @param name shared by the calls that draw on it
 * @param limit weight that may be spent in a window
 * @param window length of the window
 * @param usedHeader response header that tells the weight used in the running window, null where there is none
 * @param left finds in that header, as its first group, what is left instead; null where it is what was used
 */
public record RestBudget(
        String name,
        int limit,
        Duration window,
        @Nullable String usedHeader,
        @Nullable Pattern left) {

    public RestBudget(String name, int limit, Duration window, @Nullable String usedHeader) {
        this(name, limit, window, usedHeader, null);
    }

    /** The weight used that a value of the header tells of; empty when it tells nothing. */
    public OptionalLong used(String header) {
        if (left == null) {
            return number(header);
        }
        Matcher found = left.matcher(header);
        OptionalLong rest = found.find() ? number(found.group(1)) : OptionalLong.empty();
        return rest.isPresent() ? OptionalLong.of(Math.max(0, limit - rest.getAsLong())) : rest;
    }

    private static OptionalLong number(String digits) {
        return digits.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
