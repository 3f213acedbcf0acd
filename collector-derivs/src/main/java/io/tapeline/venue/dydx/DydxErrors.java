package io.tapeline.venue.dydx;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Error frames: which stream is meant stands in members of their own, or in the text as {@code (channel-id)}. */
final class DydxErrors {
    private static final Pattern STREAM = Pattern.compile("(v4_[a-z_]+)-([^\\s)]+)");

    private DydxErrors() {}

    static Decoded read(JsonValue message) {
        String reason = message.text("message");
        String stream = stream(message, reason);
        if (reason.contains("already subscribed") && !stream.isEmpty()) {
            return new Decoded.Accepted(null, Set.of(stream));
        } else if (passes(reason)) {
            // Not answered: the session asks again, and then on another connection.
            return new Decoded.Ignored("asked again: " + reason);
        }
        return stream.isEmpty() ? new Decoded.Rejected(null, reason) : new Decoded.RejectedStream(stream, reason);
    }

    private static boolean passes(String reason) {
        return reason.startsWith("Internal error") || reason.startsWith("Too many subscribe attempts");
    }

    private static String stream(JsonValue message, String reason) {
        if (message.has("channel")) {
            return DydxNames.stream(message.text("channel"), message.textOr("id", ""));
        }
        Matcher named = STREAM.matcher(reason);
        return named.find() ? DydxNames.stream(named.group(1), named.group(2)) : "";
    }
}
