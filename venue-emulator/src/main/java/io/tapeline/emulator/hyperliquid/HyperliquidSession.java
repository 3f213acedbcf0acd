package io.tapeline.emulator.hyperliquid;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.JsonSession;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The venue's control protocol: one subscription a message, repeated in the answer with members of the venue's own. */
final class HyperliquidSession extends JsonSession {
    HyperliquidSession(HyperliquidVenue venue, WsConnection connection) {
        super(venue, connection);
        answer("Websocket connection established.");
    }

    @Override
    protected ClientMessage read(JsonNode message, String text) {
        JsonNode asked = message.path("subscription");
        String name = name(asked);
        return switch (message.path("method").asString("")) {
            case "ping" -> new ClientMessage.Answer("{\"channel\":\"pong\"}");
            case "subscribe" ->
                streams().contains(name)
                        ? error("Already subscribed: " + asked)
                        : new ClientMessage.Subscribe(List.of(name), message);
            case "unsubscribe" ->
                streams().contains(name)
                        ? new ClientMessage.Unsubscribe(List.of(name), message)
                        : error("Already unsubscribed: " + asked);
            default -> malformed(text);
        };
    }

    @Override
    protected ClientMessage malformed(String text) {
        return error("Error parsing JSON into valid websocket request: " + text);
    }

    /** Type, coin, and what else tells streams of one coin apart. */
    private static String name(JsonNode asked) {
        StringBuilder name = new StringBuilder(asked.path("type").asString(""));
        for (String member : List.of("coin", "interval")) {
            String value = asked.path(member).asString("");
            name.append(value.isEmpty() ? "" : " " + value);
        }
        return asked.path("fast").asBoolean(false) ? name + HyperliquidStreams.FAST : name.toString();
    }

    private static ClientMessage error(String message) {
        return new ClientMessage.Answer(errorText(message));
    }

    private static String errorText(String message) {
        return Json.object()
                .text("channel", "error")
                .raw("data", Json.escaped(message))
                .end();
    }

    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        answer(
                outcome.all()
                        ? response("subscribe", request.request())
                        : errorText("Invalid subscription " + request.request().path("subscription")));
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        answer(response("unsubscribe", request.request()));
    }

    private static String response(String method, JsonNode request) {
        ObjectNode subscription = (ObjectNode) request.path("subscription").deepCopy();
        if (subscription.path("type").asString("").equals("l2Book")) {
            subscription.putNull("nSigFigs").putNull("mantissa");
        }
        return Json.object()
                .text("channel", "subscriptionResponse")
                .raw(
                        "data",
                        Json.object()
                                .text("method", method)
                                .raw("subscription", subscription.toString())
                                .end())
                .end();
    }
}
