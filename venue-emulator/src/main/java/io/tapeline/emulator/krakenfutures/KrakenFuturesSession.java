package io.tapeline.emulator.krakenfutures;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.JsonSession;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Events: a feed of some products is asked for, each product is confirmed. A stream is {@code feed:product}. */
final class KrakenFuturesSession extends JsonSession {
    static final String HEARTBEAT = "heartbeat";

    KrakenFuturesSession(KrakenFuturesVenue venue, WsConnection connection) {
        super(venue, connection);
        answer("{\"event\":\"info\",\"version\":1}");
    }

    @Override
    protected ClientMessage read(JsonNode message, String text) {
        return switch (message.path("event").asString("")) {
            case "subscribe" -> new ClientMessage.Subscribe(streams(message), message);
            case "unsubscribe" -> new ClientMessage.Unsubscribe(streams(message), message);
            // A ping in JSON is none.
            default -> malformed(text);
        };
    }

    @Override
    protected ClientMessage malformed(String text) {
        return new ClientMessage.Answer(alert("Bad websocket message"));
    }

    private static String alert(String message) {
        return Json.object()
                .text("event", "alert")
                .raw("message", Json.escaped(message))
                .end();
    }

    private static List<String> streams(JsonNode message) {
        String feed = message.path("feed").asString("");
        if (feed.equals(HEARTBEAT)) {
            return List.of(HEARTBEAT);
        }
        List<String> streams = new ArrayList<>();
        message.path("product_ids")
                .forEach(
                        product -> streams.add(feed + ":" + product.asString("").toUpperCase(Locale.ROOT)));
        return streams;
    }

    @Override
    protected boolean reopens() {
        return true;
    }

    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        outcome.accepted().forEach(stream -> answer(confirmed("subscribed", stream)));
        outcome.unknown().forEach(this::refuse);
        outcome.rejected().forEach(this::refuse);
    }

    private void refuse(String stream) {
        String product = stream.substring(stream.indexOf(':') + 1);
        answer(alert("Couldn't subscribe to invalid product `" + product + "`"));
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        request.streams().forEach(stream -> answer(confirmed("unsubscribed", stream)));
    }

    private static String confirmed(String event, String stream) {
        int colon = stream.indexOf(':');
        Json answer = Json.object().text("event", event);
        return colon < 0
                ? answer.raw("feed", Json.escaped(stream)).end()
                : answer.raw("feed", Json.escaped(stream.substring(0, colon)))
                        .raw("product_ids", "[" + Json.escaped(stream.substring(colon + 1)) + "]")
                        .end();
    }
}
