package io.tapeline.emulator.okx;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.JsonSession;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control protocol: each arg of a request is answered by itself; heartbeats are bare words. */
final class OkxSession extends JsonSession {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int IDLE = 4004;
    private static final String ID = "a4d3ae55";

    private final String socket;

    OkxSession(OkxVenue venue, WsConnection connection) {
        super(venue, connection);
        socket = connection.path().endsWith('/' + OkxStreams.BUSINESS) ? OkxStreams.BUSINESS : OkxStreams.PUBLIC;
    }

    @Override
    protected String route() {
        return socket;
    }

    @Override
    protected ClientMessage read(String text) {
        return text.equals("ping") ? new ClientMessage.Answer("pong") : super.read(text);
    }

    @Override
    protected ClientMessage read(JsonNode message, String text) {
        List<String> streams = new ArrayList<>();
        message.path("args").forEach(arg -> streams.add(name(arg)));
        return switch (message.path("op").asString("")) {
            case "subscribe" -> new ClientMessage.Subscribe(streams, message);
            case "unsubscribe" -> new ClientMessage.Unsubscribe(streams, message);
            default -> malformed(text);
        };
    }

    private static String name(JsonNode arg) {
        String about = arg.has("instId") ? "instId" : "instType";
        return arg.path("channel").asString("") + ':' + arg.path(about).asString("");
    }

    @Override
    protected ClientMessage malformed(String text) {
        return new ClientMessage.Answer(Json.object()
                .text("event", "error")
                .text("code", "60012")
                .raw("msg", Json.escaped("Invalid request: " + text))
                .text("connId", ID)
                .end());
    }

    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        for (JsonNode arg : request.request().path("args")) {
            String name = name(arg);
            if (outcome.accepted().contains(name)) {
                said(request.request(), "subscribe", arg);
            } else {
                refused(request.request(), name);
            }
        }
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        request.request().path("args").forEach(arg -> said(request.request(), "unsubscribe", arg));
    }

    private void said(JsonNode request, String event, JsonNode arg) {
        answer(numbered(request)
                .text("event", event)
                .raw("arg", JSON.writeValueAsString(arg))
                .text("connId", ID)
                .end());
    }

    private void refused(JsonNode request, String name) {
        String arg = name.replaceFirst(":", ",instId:");
        answer(numbered(request)
                .text("event", "error")
                .raw(
                        "msg",
                        Json.escaped("Wrong URL or channel:" + arg + " doesn't exist. Please use the correct URL, "
                                + "channel and parameters referring to API document."))
                .text("code", "60018")
                .text("connId", ID)
                .end());
    }

    private static Json numbered(JsonNode request) {
        Json json = Json.object();
        return request.has("id") ? json.raw("id", Json.escaped(request.get("id").asString())) : json;
    }

    @Override
    protected void expire() {
        connection().close(IDLE, "No data received in 30s.");
    }

    @Override
    protected Optional<String> maintenanceNotice() {
        return Optional.of(
                "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"The connection will soon be closed for a "
                        + "service upgrade. Please reconnect.\",\"connId\":\"" + ID + "\"}");
    }
}
