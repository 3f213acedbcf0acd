package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Errors come with HTTP 200 as {@code {"result":"error","error":"apiLimitExceeded"}}. */
final class KrakenFuturesRefusals implements RefusalRules {
    private static final Pattern REFUSED = Pattern.compile("\"result\"\\s*:\\s*\"error\"");
    private static final Pattern ERROR = Pattern.compile("\"error\"\\s*:\\s*\"([^\"]*)\"");

    @Override
    public Optional<Instant> bannedUntil(int status, String body) {
        return Optional.empty();
    }

    @Override
    public Optional<Reason> inAnswer(String start) {
        if (!REFUSED.matcher(start).find()) {
            return Optional.empty();
        }
        Matcher error = ERROR.matcher(start);
        return Optional.of(error.find() ? reason(error.group(1)) : Reason.REFUSED);
    }

    private static Reason reason(String error) {
        return switch (error) {
            case "apiLimitExceeded" -> Reason.LIMITED;
            case "Server Error", "Unavailable" -> Reason.UNAVAILABLE;
            default -> Reason.REFUSED;
        };
    }
}
