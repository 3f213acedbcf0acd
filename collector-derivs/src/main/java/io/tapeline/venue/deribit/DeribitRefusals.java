package io.tapeline.venue.deribit;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Errors by their code, https://docs.deribit.com "RPC Error Codes"; most come with HTTP 400. */
final class DeribitRefusals implements RefusalRules {
    private static final Pattern CODE = Pattern.compile("(?s)\"error\"\\s*:\\s*\\{.*?\"code\"\\s*:\\s*(-?\\d{1,6})");

    @Override
    public Optional<Instant> bannedUntil(int status, String body) {
        return Optional.empty();
    }

    @Override
    public Reason reason(int status, String body) {
        return coded(body).orElseGet(() -> COMMON.reason(status, body));
    }

    @Override
    public Optional<Reason> inAnswer(String start) {
        return coded(start);
    }

    private static Optional<Reason> coded(String body) {
        Matcher code = CODE.matcher(body);
        return code.find() ? Optional.of(meaning(code.group(1))) : Optional.empty();
    }

    private static Reason meaning(String code) {
        return switch (code) {
            // too_many_requests, too_many_concurrent_requests
            case "10028", "10066" -> Reason.LIMITED;
            // retry, settlement_in_progress, system_maintenance, temporarily_unavailable, timed_out
            case "10040", "10041", "11051", "13028", "13888" -> Reason.UNAVAILABLE;
            default -> Reason.REFUSED;
        };
    }
}
