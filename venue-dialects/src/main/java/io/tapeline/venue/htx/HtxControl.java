package io.tapeline.venue.htx;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What HTX says besides data, in its two dialects: market sockets number their pings and confirm with {@code subbed},
 * notification sockets speak in {@code op} with a time that is text and a code that is zero when all is well.
 */
final class HtxControl {
    private HtxControl() {}

    /** What a message of a market socket says, null when it is none of these. */
    static @Nullable List<Decoded> market(JsonValue message) {
        if (message.has("ping")) {
            return List.of(new Decoded.Reply(
                    ControlMessages.json("pong", message.get("ping").integer())));
        } else if (message.has("subbed") || message.has("unsubbed")) {
            return List.of(new Decoded.Acknowledged(message.text("id")));
        } else if (message.textOr("status", "").equals("error")) {
            return List.of(new Decoded.Rejected(message.optionalText("id"), reason(message)));
        } else if (message.has("rep")) {
            return List.of(new Decoded.Ignored("an answer to a question that is not asked"));
        }
        return message.has("pong") ? List.of(new Decoded.Heartbeat()) : null;
    }

    /** What an {@code op} other than {@code notify} says. */
    static List<Decoded> operation(JsonValue message) {
        return List.of(
                switch (message.text("op")) {
                    case "ping" -> new Decoded.Reply(ControlMessages.json("op", "pong", "ts", message.text("ts")));
                    case "pong" -> new Decoded.Heartbeat();
                    case "sub", "unsub" -> answer(message);
                    case "close" -> new Decoded.Closing(reason(message));
                    case "error" -> new Decoded.Rejected(message.optionalText("cid"), reason(message));
                    default -> new Decoded.Unknown("op '" + message.text("op") + "'");
                });
    }

    private static Decoded answer(JsonValue message) {
        return message.integer("err-code") == 0
                ? new Decoded.Acknowledged(message.text("cid"))
                : new Decoded.Rejected(message.optionalText("cid"), reason(message));
    }

    private static String reason(JsonValue message) {
        String code = message.textOr("err-code", message.textOr("op", "error"));
        return code + ": " + message.textOr("err-msg", "no reason given");
    }
}
