package io.tapeline.emulator.dydx;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.JsonSession;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.stream.Wrapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The Indexer's control protocol: {@code connected} first, one channel and id a message, every frame of a connection with
 * its number. The answer to a subscription is the stream's first frame.
 */
final class DydxSession extends JsonSession {
    private static final int PONG_MISSING = 1011;

    private final Wrapping wrapping;

    DydxSession(DydxVenue venue, WsConnection connection) {
        super(venue, connection);
        String about = "\"connection_id\":\""
                + UUID.nameUUIDFromBytes((connection.id() + venue.started()).getBytes(StandardCharsets.UTF_8))
                + "\",\"message_id\":";
        wrapping = Wrapping.numbered(0, (number, stream, payload) -> inserted(payload, about + number));
        answer("{\"type\":\"connected\"}");
    }

    /** After the type, where the venue has them. */
    private static String inserted(String payload, String members) {
        int comma = payload.indexOf(',');
        return comma < 0
                ? payload.substring(0, payload.length() - 1) + "," + members + "}"
                : payload.substring(0, comma + 1) + members + payload.substring(comma);
    }

    @Override
    protected ClientMessage read(JsonNode message, String text) {
        String channel = message.path("channel").asString("");
        String id = message.path("id").asString("");
        String name = id.isEmpty() ? channel : channel + ":" + id;
        return switch (message.path("type").asString("")) {
            case "subscribe" ->
                streams().contains(name)
                        ? error("Invalid subscribe message: already subscribed (" + channel + "-" + id + ")")
                        : new ClientMessage.Subscribe(List.of(name), message);
            case "unsubscribe" -> new ClientMessage.Unsubscribe(List.of(name), message);
            case "ping" -> new ClientMessage.Ignored();
            case "" -> error("Invalid message: type is required");
            default -> error("Invalid message: unknown type");
        };
    }

    @Override
    protected ClientMessage malformed(String text) {
        return error("Invalid message: could not parse");
    }

    private static ClientMessage error(String message) {
        return new ClientMessage.Answer(errorText(message));
    }

    private static String errorText(String message) {
        return Json.object()
                .text("type", "error")
                .raw("message", Json.escaped(message))
                .end();
    }

    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        if (!outcome.all()) {
            JsonNode asked = request.request();
            answer(errorText("Invalid subscription id for channel: ("
                    + asked.path("channel").asString("") + "-"
                    + asked.path("id").asString("") + ")"));
        }
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        JsonNode asked = request.request();
        Json frame = Json.object()
                .text("type", "unsubscribed")
                .raw("channel", Json.escaped(asked.path("channel").asString("")));
        String id = asked.path("id").asString("");
        answer((id.isEmpty() ? frame : frame.raw("id", Json.escaped(id))).end());
    }

    @Override
    protected void expire() {
        connection().close(PONG_MISSING, "");
    }

    @Override
    public Wrapping wrapping() {
        return wrapping;
    }
}
