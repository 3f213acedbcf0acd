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

/**
 * The control protocol: {@code op}, {@code args}, and {@code req_id} which comes back. Spot leaves it out where the client
 * did, and takes ten topics in a message.
 */
final class BybitSession extends EmulatedSession {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SPOT_TOPICS = 10;

    private final String id;
    private final BybitCategory category;

    BybitSession(BybitVenue venue, WsConnection connection) {
        super(venue, connection);
        category = venue.category();
        id = connection.id();
    }

    @Override
    protected ClientMessage read(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JacksonException e) {
            return new ClientMessage.Answer(answer(false, "Invalid JSON", JSON.missingNode()));
        }
        List<String> topics =
                message.path("args").valueStream().map(JsonNode::asString).toList();
        return switch (message.path("op").asString("")) {
            case "ping" -> new ClientMessage.Answer(answer(true, "pong", message));
            case "subscribe" ->
                category == BybitCategory.SPOT && topics.size() > SPOT_TOPICS
                        ? new ClientMessage.Answer(answer(false, "args size >10", message))
                        : new ClientMessage.Subscribe(topics, message);
            case "unsubscribe" -> new ClientMessage.Unsubscribe(topics, message);
            default -> new ClientMessage.Answer(answer(false, "error:op not found", message));
        };
    }

    private String answer(boolean success, String said, JsonNode request) {
        Json answer = Json.object()
                .flag("success", success)
                .raw("ret_msg", Json.escaped(said))
                .text("conn_id", id);
        if (category != BybitCategory.SPOT || request.has("req_id")) {
            answer.raw("req_id", Json.escaped(request.path("req_id").asString("")));
        }
        return answer.raw("op", Json.escaped(request.path("op").asString(""))).end();
    }

    /** One bad topic refuses all of a message. */
    @Override
    protected boolean allOrNothing() {
        return true;
    }

    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        String said = Stream.concat(outcome.unknown().stream(), outcome.rejected().stream())
                .findFirst()
                .map(topic -> "error:handler not found,topic:" + topic)
                .orElse(category.accepted());
        answer(answer(outcome.all(), said, request.request()));
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        answer(answer(true, "", request.request()));
    }
}
