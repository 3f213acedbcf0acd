package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.EmulatedSession;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control protocol of derivatives: {@code op}, {@code args}, and {@code req_id} which comes back. */
final class BybitSession extends EmulatedSession {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String id;

    BybitSession(BybitVenue venue, WsConnection connection) {
        super(venue, connection);
        id = connection.id();
    }

    @Override
    protected ClientMessage read(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JacksonException e) {
            return new ClientMessage.Answer(answer(false, "Invalid JSON", "", ""));
        }
        String op = message.path("op").asString("");
        List<String> topics =
                message.path("args").valueStream().map(JsonNode::asString).toList();
        return switch (op) {
            case "ping" -> new ClientMessage.Answer(answer(true, "pong", requestId(message), op));
            case "subscribe" -> new ClientMessage.Subscribe(topics, message);
            case "unsubscribe" -> new ClientMessage.Unsubscribe(topics, message);
            default -> new ClientMessage.Answer(answer(false, "error:op not found", requestId(message), op));
        };
    }

    private static String requestId(JsonNode message) {
        return message.path("req_id").asString("");
    }

    private String answer(boolean success, String said, String requestId, String op) {
        return Json.object()
                .flag("success", success)
                .raw("ret_msg", Json.escaped(said))
                .text("conn_id", id)
                .raw("req_id", Json.escaped(requestId))
                .raw("op", Json.escaped(op))
                .end();
    }

    /** One bad topic refuses all of a message. */
    @Override
    protected boolean allOrNothing() {
        return true;
    }

    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        String bad = Stream.concat(outcome.unknown().stream(), outcome.rejected().stream())
                .findFirst()
                .map(topic -> "error:handler not found,topic:" + topic)
                .orElse("");
        answer(answer(outcome.all(), bad, requestId(request.request()), "subscribe"));
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        answer(answer(true, "", requestId(request.request()), "unsubscribe"));
    }
}
