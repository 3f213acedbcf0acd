package io.tapeline.venue.htx;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Errors come with HTTP 200: {@code "status":"error"} with {@code err-code} (market paths) or {@code err_code} (others),
 * or on v3 a {@code code} other than 200.
 */
final class HtxRefusals implements RefusalRules {
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"error\"");
    private static final Pattern CODE = Pattern.compile("\"(?:err[-_])?code\"\\s*:\\s*\"?([^\",}]+)");
    private static final Pattern V3 = Pattern.compile("^\\s*\\{\\s*\"code\"\\s*:\\s*(\\d+)");

    /** Too many requests. */
    private static final String TOO_MANY = "1032";

    /** Why the venue refused, as an answer says; null where it did not. */
    static @Nullable String in(JsonValue answer) {
        if (answer.textOr("status", "").equals("error")) {
            return answer.textOr("err-code", answer.textOr("err_code", "error")) + ": "
                    + answer.textOr("err-msg", answer.textOr("err_msg", "no reason given"));
        }
        String code = answer.textOr("code", "200");
        return code.equals("200") ? null : code + ": " + answer.textOr("msg", "no reason given");
    }

    @Override
    public Optional<Instant> bannedUntil(int status, String body) {
        return Optional.empty();
    }

    @Override
    public Optional<Reason> inAnswer(String start) {
        Matcher v3 = V3.matcher(start);
        boolean refused =
                v3.find() ? !v3.group(1).equals("200") : STATUS.matcher(start).find();
        return refused ? Optional.of(reason(start)) : Optional.empty();
    }

    private static Reason reason(String answer) {
        Matcher code = CODE.matcher(answer);
        return code.find() && code.group(1).equals(TOO_MANY) ? Reason.LIMITED : Reason.REFUSED;
    }
}
