package io.tapeline.venue.deribit;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Answers to requests, heartbeats, notices of the platform. */
final class DeribitControl {
    /** Requests that ask for nothing count from 1, so no request waits for the answer to this one. */
    private static final String PROOF_OF_LIFE =
            ControlMessages.json("jsonrpc", "2.0", "id", 0, "method", "public/test", "params", Map.of());

    private DeribitControl() {}

    static Decoded answer(JsonValue message) {
        if (message.has("error")) {
            return new Decoded.Rejected(message.optionalText("id"), reason(message.get("error")));
        } else if (!message.has("result") || !message.has("id")) {
            return new Decoded.Unknown("a message without method, result and error");
        }
        JsonValue result = message.get("result");
        String id = message.text("id");
        return result.isArray() ? new Decoded.Accepted(id, names(result)) : new Decoded.Acknowledged(id);
    }

    /** Only what was accepted is in it, in no order; what the venue does not know is left out without a word. */
    private static Set<String> names(JsonValue result) {
        Set<String> names = new HashSet<>();
        result.elements().forEach(name -> names.add(name.text()));
        return Set.copyOf(names);
    }

    /** Code, name and, where given, what was wrong with which parameter, in one line. */
    static String reason(JsonValue error) {
        if (!error.isObject()) {
            return error.text();
        }
        StringJoiner reason = new StringJoiner(" ");
        reason.add(error.textOr("code", "no code")).add(error.textOr("message", ""));
        if (error.has("data") && error.get("data").isObject()) {
            JsonValue data = error.get("data");
            reason.add(data.textOr("param", "")).add(data.textOr("reason", ""));
        }
        return reason.toString().strip();
    }

    static Decoded heartbeat(JsonValue params) {
        return params.text("type").equals("test_request") ? new Decoded.Reply(PROOF_OF_LIFE) : new Decoded.Heartbeat();
    }

    /** Maintenance cuts every connection; an index that is locked (settlement) does not. */
    static Decoded platform(JsonValue data) {
        return data.flag("maintenance")
                ? new Decoded.Closing("maintenance of the platform")
                : new Decoded.Ignored("state of the platform");
    }
}
