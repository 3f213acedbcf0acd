package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.server.FailureAnswers;
import io.tapeline.emulator.server.RestAnswer;

/** Errors: most of them in an answer of 200. */
final class BybitErrors {
    private static final int BAD_PARAMETER = 10001;

    private BybitErrors() {}

    static String envelope(int code, String message, String result, long now) {
        return Json.object()
                .number("retCode", code)
                .text("retMsg", message)
                .raw("result", result)
                .raw("retExtInfo", "{}")
                .number("time", now)
                .end();
    }

    static BadRequest badParameter(String what, long now) {
        return new BadRequest(RestAnswer.ok(envelope(BAD_PARAMETER, "params error: " + what, "{}", now)));
    }

    /** Too many requests of an address. */
    static RestAnswer tooFrequent(long now) {
        return RestAnswer.of(403, envelope(10018, "access too frequent", "{}", now));
    }

    /** What a fault orders: 429 is protection of the whole system, 403 a place that is not served. */
    static RestAnswer ordered(int status, long now) {
        return switch (status) {
            case 429 -> RestAnswer.of(status, envelope(10429, "System level frequency protection", "{}", now));
            case 500, 502, 503 -> RestAnswer.of(status, envelope(10016, "Server error", "{}", now));
            default -> FailureAnswers.usual(status, 0);
        };
    }
}
