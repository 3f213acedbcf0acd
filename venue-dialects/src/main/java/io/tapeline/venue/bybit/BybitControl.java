package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers to control messages. Categories differ: a pong repeats {@code op} ping with {@code ret_msg} pong, or says
 * {@code op} pong; the option socket names topics one by one and refuses some of them in a message of success.
 */
final class BybitControl {
    private BybitControl() {}

    static List<Decoded> read(JsonValue message) {
        String op = message.textOr("op", "");
        String said = message.textOr("ret_msg", "");
        if (said.equals("pong") || op.equals("pong")) {
            return List.of(new Decoded.Heartbeat());
        } else if (message.has("success") && !message.flag("success")) {
            return List.of(refused(message.optionalText("req_id"), said));
        } else if (message.textOr("type", "").equals("COMMAND_RESP")) {
            return perTopic(message.get("data"));
        } else if (op.equals("subscribe") || op.equals("unsubscribe")) {
            String id = message.optionalText("req_id");
            return List.of(id == null ? new Decoded.Ignored("an answer without req_id") : new Decoded.Acknowledged(id));
        }
        return List.of(new Decoded.Unknown("a message with neither topic nor op"));
    }

    /** What is subscribed already, since its answer was lost, flows all the same. */
    private static Decoded refused(@Nullable String id, String said) {
        return id != null && said.contains("already subscribed")
                ? new Decoded.Acknowledged(id)
                : new Decoded.Rejected(id, said.isEmpty() ? "no reason given" : said);
    }

    private static List<Decoded> perTopic(JsonValue data) {
        List<Decoded> decoded = new ArrayList<>();
        Set<String> accepted = topics(data, "successTopics");
        if (!accepted.isEmpty()) {
            decoded.add(new Decoded.Accepted(null, accepted));
        }
        topics(data, "failTopics").forEach(topic -> decoded.add(new Decoded.RejectedStream(topic, "refused")));
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("an answer about no topic")) : decoded;
    }

    private static Set<String> topics(JsonValue data, String member) {
        Set<String> topics = new LinkedHashSet<>();
        if (data.has(member)) {
            data.get(member).elements().forEach(topic -> topics.add(topic.text()));
        }
        return topics;
    }
}
