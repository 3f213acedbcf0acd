package io.tapeline.emulator.toy;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.EmulatedSession;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.stream.Wrapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The toy venue's control protocol. */
final class ToySession extends EmulatedSession {
    private static final JsonMapper JSON = new JsonMapper();

    private final Wrapping wrapping;

    ToySession(ToyVenue venue, WsConnection connection) {
        super(venue, connection);
        wrapping = switch (venue.prefix()) {
            case ToyEmulation.NUMBERED ->
                Wrapping.numbered(0, (number, stream, payload) -> "{\"n\":" + number + "," + payload.substring(1));
            default -> Wrapping.BARE;
        };
        if (venue.prefix().equals(ToyEmulation.GZIP)) {
            connection.compress();
        }
        answer("{\"event\":\"welcome\"}");
    }

    @Override
    protected ClientMessage read(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JacksonException e) {
            return new ClientMessage.Answer("{\"event\":\"error\"}");
        }
        if (message.has("pong")) {
            return new ClientMessage.Pong(message.get("pong").asString());
        }
        List<String> streams = StreamSupport.stream(message.path("args").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        return switch (message.path("op").asString("")) {
            case "subscribe" -> new ClientMessage.Subscribe(streams, message);
            case "unsubscribe" -> new ClientMessage.Unsubscribe(streams, message);
            case "ping" -> new ClientMessage.Answer("{\"event\":\"pong\"}");
            default -> new ClientMessage.Answer("{\"event\":\"error\"}");
        };
    }

    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        answer(Json.object()
                .text("event", "subscribed")
                .raw("args", JSON.writeValueAsString(outcome.accepted()))
                .raw("unknown", JSON.writeValueAsString(outcome.unknown()))
                .raw("rejected", JSON.writeValueAsString(outcome.rejected()))
                .end());
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        answer("{\"event\":\"unsubscribed\"}");
    }

    @Override
    protected String sendPing(long time) {
        answer("{\"ping\":" + time + "}");
        return Long.toString(time);
    }

    @Override
    protected void expire() {
        connection().close(1003, "ping check expired");
    }

    @Override
    protected Optional<String> maintenanceNotice() {
        return Optional.of("{\"event\":\"maintenance\"}");
    }

    @Override
    public Wrapping wrapping() {
        return wrapping;
    }
}
