package io.tapeline.venue.okx;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the venue says of a connection and its subscriptions. */
final class OkxControl {
    /** A connection will be closed for an upgrade within a minute. */
    private static final String UPGRADE = "64008";

    /** A connection has had its 480 requests of the hour; a fresh one begins at none. */
    private static final String USED_UP = "60014";

    /** {@code Wrong URL or channel:trades-all,instId:FOO-USDT doesn't exist...} */
    private static final Pattern BAD_ARG =
            Pattern.compile("channel\\s*:\\s*([\\w-]+)\\s*,\\s*(?:instId|instFamily|uly|instType)\\s*:\\s*([\\w-]+)");

    private OkxControl() {}

    static Decoded read(JsonValue message) {
        String event = message.text("event");
        return switch (event) {
            case "subscribe", "unsubscribe" -> new Decoded.Accepted(null, Set.of(OkxNames.stream(message.get("arg"))));
            case "error" -> refusal(message);
            case "notice" ->
                message.textOr("code", "").equals(UPGRADE)
                        ? new Decoded.Closing(said(message))
                        : new Decoded.Ignored("notice " + said(message));
            case "login", "channel-conn-count", "channel-conn-count-error" -> new Decoded.Ignored(event);
            default -> new Decoded.Unknown("event " + event);
        };
    }

    /** An error carries the number of the request, and names the one arg that is wrong at most in its text. */
    private static Decoded refusal(JsonValue message) {
        if (message.textOr("code", "").equals(USED_UP)) {
            return new Decoded.Closing(said(message));
        }
        Matcher arg = BAD_ARG.matcher(message.textOr("msg", ""));
        return arg.find()
                ? new Decoded.RejectedStream(OkxNames.stream(arg.group(1), arg.group(2)), said(message))
                : new Decoded.Rejected(message.optionalText("id"), said(message));
    }

    private static String said(JsonValue message) {
        return (message.textOr("code", "") + ": " + message.textOr("msg", "no reason given")).replaceAll("\\s+", " ");
    }
}
