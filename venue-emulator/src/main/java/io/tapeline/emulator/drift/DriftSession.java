package io.tapeline.emulator.drift;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.JsonSession;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The socket of books acknowledges with the request in words, not the end of a subscription, and drops what it cannot read;
 * that of candles answers with the channel.
 */
final class DriftSession extends JsonSession {
    private final boolean books;

    DriftSession(DriftVenue venue, WsConnection connection) {
        super(venue, connection);
        books = connection.path().contains("dlob");
    }

    @Override
    protected String route() {
        return books ? DriftMarket.BOOKS : DriftMarket.DATA;
    }

    @Override
    protected ClientMessage read(JsonNode message, String text) {
        List<String> stream = List.of(stream(message));
        return switch (message.path("type").asString("")) {
            case "subscribe" -> new ClientMessage.Subscribe(stream, message);
            case "unsubscribe" -> new ClientMessage.Unsubscribe(stream, message);
            default -> malformed(text);
        };
    }

    @Override
    protected ClientMessage malformed(String text) {
        return new ClientMessage.Ignored();
    }

    private String stream(JsonNode message) {
        return books
                ? message.path("channel").asString("") + ":"
                        + message.path("market").asString("")
                : message.path("channelType").asString("candle") + ":"
                        + message.path("symbol").asString("") + ":"
                        + message.path("resolution").asString("");
    }

    @Override
    protected boolean reopens() {
        return true;
    }

    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        JsonNode asked = request.request();
        if (books) {
            answer(outcome.all() ? accepted(asked) : refused(asked));
        } else if (outcome.all()) {
            answer(Json.object()
                    .text("type", "subscription")
                    .text(
                            "message",
                            "Subscribed to " + asked.path("symbol").asString("") + " "
                                    + asked.path("resolution").asString(""))
                    .text("channelType", "candle")
                    .text("channel", outcome.accepted().getFirst())
                    .text("symbol", asked.path("symbol").asString(""))
                    .text("resolution", asked.path("resolution").asString(""))
                    .end());
        } else {
            answer("{\"type\":\"error\",\"message\":\"Auth is needed.\"}");
        }
    }

    private static String accepted(JsonNode asked) {
        return Json.object()
                .text(
                        "message",
                        "Subscribe received for channel: "
                                + asked.path("channel").asString("")
                                + ", market: " + asked.path("market").asString("")
                                + ", marketType: " + asked.path("marketType").asString(""))
                .end();
    }

    private static String refused(JsonNode asked) {
        return Json.object()
                .raw("channel", Json.escaped(asked.path("channel").asString("")))
                .text("error", "Error subscribing to channel")
                .end();
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {}

    /** Every five seconds, on the socket of books. */
    @Override
    protected String sendPing(long time) {
        if (books) {
            answer("{\"channel\":\"heartbeat\"}");
        }
        return "";
    }
}
