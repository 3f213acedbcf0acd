package io.tapeline.venue.kraken;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Errors come with HTTP 200 as {@code {"error":["EAPI:Rate limit exceeded"]}}; a network in front of it has its own. */
final class KrakenRefusals implements RefusalRules {
    private static final Pattern ERROR = Pattern.compile("\"error\"\\s*:\\s*\\[\\s*\"([^\"]*)\"");

    @Override
    public Optional<Instant> bannedUntil(int status, String body) {
        return Optional.empty();
    }

    @Override
    public Optional<Reason> inAnswer(String start) {
        Matcher error = ERROR.matcher(start);
        return error.find() ? Optional.of(reason(error.group(1))) : Optional.empty();
    }

    private static Reason reason(String error) {
        return switch (error) {
            case "EAPI:Rate limit exceeded", "EGeneral:Too many requests", "EGeneral:Temporary lockout" ->
                Reason.LIMITED;
            case "EGeneral:Internal error" -> Reason.UNAVAILABLE;
            default -> error.startsWith("EService:") ? Reason.UNAVAILABLE : Reason.REFUSED;
        };
    }

    @Override
    public String message(String body) {
        Matcher error = ERROR.matcher(body);
        return error.find() ? error.group(1) : COMMON.message(body);
    }
}
