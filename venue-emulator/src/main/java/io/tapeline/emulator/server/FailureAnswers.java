package io.tapeline.emulator.server;

/** What a venue answers with a status that a fault orders, where it has no form of its own. */
public final class FailureAnswers {
    private FailureAnswers() {}

    /** @param retryAfter seconds, told with 429 and 418 */
    public static RestAnswer usual(int status, long retryAfter) {
        return switch (status) {
            case 429, 418 ->
                RestAnswer.of(status, "{\"code\":-1003,\"msg\":\"Too many requests.\"}")
                        .header("Retry-After", retryAfter);
            case 403 ->
                RestAnswer.of(status, "<html><head><title>403 Forbidden</title></head></html>")
                        .header("Content-Type", "text/html");
            case 451 ->
                RestAnswer.of(status, "{\"code\":0,\"msg\":\"Service unavailable from a restricted location.\"}");
            default -> RestAnswer.of(status, "{\"code\":-1000,\"msg\":\"An unknown error occurred.\"}");
        };
    }
}
