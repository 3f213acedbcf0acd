package io.tapeline.query.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an object of the archive. What is not spelt like one is none, so no name leads out of the archive or to a
 * file that is not an object.
 *
 * @param end of the minute or the day it holds
 */
record ArchiveKey(String text, Instant end) {
    private static final String NAME = "[A-Za-z0-9_-]+/";
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final Pattern FORM = Pattern.compile("(?:" + NAME + ")?" + NAME + NAME + "(?:5s|1min)/"
            + "(?:(?<day>" + DATE + ")|min/(?<date>" + DATE + ")/(?<hour>\\d{2})/(?<minute>\\k<date>T\\k<hour>:\\d{2}))"
            + "\\.jsonl");

    static Optional<ArchiveKey> of(String text) {
        Matcher form = FORM.matcher(text);
        try {
            return form.matches() ? Optional.of(new ArchiveKey(text, end(form))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant end(Matcher form) {
        return form.group("day") == null
                ? LocalDateTime.parse(form.group("minute")).plusMinutes(1).toInstant(ZoneOffset.UTC)
                : LocalDate.parse(form.group("day"))
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
    }
}
