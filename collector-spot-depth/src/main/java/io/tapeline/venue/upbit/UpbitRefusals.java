package io.tapeline.venue.upbit;

import io.tapeline.collector.rest.RefusalRules;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Too many requests are answered with 429 until the second is over; who goes on is banned with 418 for a time that grows and
 * stands in the answer, in seconds.
 */
final class UpbitRefusals implements RefusalRules {
    static final RefusalRules RULES = new UpbitRefusals();

    private static final int BANNED = 418;

    /** Of a ban that does not say how long it is. */
    private static final Duration UNSAID = Duration.ofMinutes(1);

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,7})\\s*(?:s\\b|sec|초)");

    private UpbitRefusals() {}

    @Override
    public Optional<Duration> quiet(int status, String body) {
        if (status != BANNED) {
            return Optional.empty();
        }
        Matcher seconds = SECONDS.matcher(body);
        return Optional.of(seconds.find() ? Duration.ofSeconds(Long.parseLong(seconds.group(1))) : UNSAID);
    }
}
