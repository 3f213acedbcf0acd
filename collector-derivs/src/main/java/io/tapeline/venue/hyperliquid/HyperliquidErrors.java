package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.venue.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Errors are text, some with the subscription they are about. */
final class HyperliquidErrors {
    private HyperliquidErrors() {}

    static Decoded read(String text) {
        String stream = stream(text);
        if (stream.isEmpty()) {
            return new Decoded.Rejected(null, text);
        }
        // What was wanted is so.
        return text.startsWith("Already ")
                ? new Decoded.Accepted(null, Set.of(stream))
                : new Decoded.RejectedStream(stream, text);
    }

    private static String stream(String text) {
        int start = text.indexOf('{');
        try {
            return start < 0
                    ? ""
                    : HyperliquidNames.stream(
                            JsonReader.read(text.substring(start).getBytes(StandardCharsets.UTF_8)));
        } catch (BadMember noSubscription) {
            return "";
        }
    }
}
