package io.tapeline.venue.bybit;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Bybit says no, https://bybit-exchange.github.io/docs/v5/rate-limit and /v5/error. Too many requests from an address
 * get 403, as places that are not served do: only the body tells them apart. Errors of a request come with 200 and a
 * {@code retCode}.
 */
final class BybitRefusals implements RefusalRules {
    /** After too many requests of an address the venue wants silence for that long. */
    private static final Duration QUIET = Duration.ofMinutes(10);

    /** Any other limit counts requests within that long. */
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private static final Pattern RET_CODE = Pattern.compile("\"retCode\"\\s*:\\s*(-?\\d{1,9})");

    @Override
    public Optional<Duration> quiet(int status, String body) {
        return Optional.of(status == 403 ? QUIET : WINDOW);
    }

    @Override
    public Reason reason(int status, String body) {
        return status == 403 && body.toLowerCase(Locale.ROOT).contains("too frequent")
                ? Reason.LIMITED
                : COMMON.reason(status, body);
    }

    @Override
    public Optional<Reason> inAnswer(String start) {
        Matcher code = RET_CODE.matcher(start);
        return code.find() ? reason(Integer.parseInt(code.group(1))) : Optional.empty();
    }

    private static Optional<Reason> reason(int retCode) {
        return switch (retCode) {
            case 0 -> Optional.empty();
            // 10018, the limit of an address, is said to be retired.
            case 10006, 10018 -> Optional.of(Reason.LIMITED);
            case 10000, 10016 -> Optional.of(Reason.UNAVAILABLE);
            case 10009 -> Optional.of(Reason.BLOCKED);
            default -> Optional.of(Reason.REFUSED);
        };
    }
}
