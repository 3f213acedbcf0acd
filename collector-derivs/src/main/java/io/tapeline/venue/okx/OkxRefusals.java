package io.tapeline.venue.okx;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Errors carry a code in the body, often with status 200. An answer without one, such as the page of a gateway that does
 * not serve a place, is judged by its status.
 */
enum OkxRefusals implements RefusalRules {
    RULES;

    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"?(\\d{1,9})");

    @Override
    public Reason reason(int status, String body) {
        return inAnswer(body).orElseGet(() -> COMMON.reason(status, body));
    }

    @Override
    public Optional<Reason> inAnswer(String start) {
        Matcher code = CODE.matcher(start);
        return code.find() ? reason(code.group(1)) : Optional.empty();
    }

    private static Optional<Reason> reason(String code) {
        return switch (code) {
            case "0" -> Optional.empty();
            case "50011", "50040", "50061" -> Optional.of(Reason.LIMITED);
            // Unavailable, timed out, busy, system error.
            case "50001", "50004", "50013", "50026" -> Optional.of(Reason.UNAVAILABLE);
            default -> Optional.of(Reason.REFUSED);
        };
    }
}
