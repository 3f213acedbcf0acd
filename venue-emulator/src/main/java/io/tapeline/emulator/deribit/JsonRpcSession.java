package io.tapeline.emulator.deribit;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.JsonSession;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A connection. Heartbeats come once they are asked for, and with each the request to prove that the client is alive,
 * which must be answered before the next. {@code raw} channels want a login.
 */
final class JsonRpcSession extends JsonSession {
    private static final String ALIVE = "alive";
    private static final int LEAST_SECONDS = 10;

    /** The client secret that is refused. */
    static final String WRONG_SECRET = "wrong";

    private boolean loggedIn;

    JsonRpcSession(DeribitHost host, WsConnection connection) {
        super(host, connection);
    }

    @Override
    protected ClientMessage read(JsonNode message, String text) {
        JsonNode params = message.path("params");
        return switch (message.path("method").asString("")) {
            case "public/subscribe" -> subscribe(message, channels(params));
            case "public/unsubscribe" -> new ClientMessage.Unsubscribe(channels(params), message);
            case "public/set_heartbeat" ->
                heartbeat(message, params.path("interval").asInt(0));
            case "public/auth" -> login(message, params.path("client_secret").asString(""));
            case "public/test" -> {
                keepAlive().pong(ALIVE);
                yield result(message, "{\"version\":\"1.2.26\"}");
            }
            default -> error(message, -32601, "Method not found");
        };
    }

    @Override
    protected ClientMessage malformed(String text) {
        return new ClientMessage.Answer(Rpc.error(null, -32700, "Parse error", now()));
    }

    private static List<String> channels(JsonNode params) {
        return StreamSupport.stream(params.path("channels").spliterator(), false)
                .map(name -> name.asString(""))
                .toList();
    }

    private ClientMessage subscribe(JsonNode message, List<String> channels) {
        return !loggedIn && channels.stream().anyMatch(name -> name.endsWith(".raw"))
                ? error(message, 13778, "raw_subscriptions_not_available_for_unauthorized")
                : new ClientMessage.Subscribe(channels, message);
    }

    private ClientMessage heartbeat(JsonNode message, int seconds) {
        if (seconds < LEAST_SECONDS) {
            return error(message, -32602, "Invalid params");
        }
        Duration interval = Duration.ofSeconds(seconds);
        keepAlive().pings(interval, interval, this::sendPing);
        return result(message, "\"ok\"");
    }

    @Override
    protected String sendPing(long time) {
        answer(Rpc.heartbeat("heartbeat"));
        answer(Rpc.heartbeat("test_request"));
        return ALIVE;
    }

    private ClientMessage login(JsonNode message, String secret) {
        if (secret.isEmpty() || secret.equals(WRONG_SECRET)) {
            return error(message, 13004, "invalid_credentials");
        }
        loggedIn = true;
        return result(
                message,
                Json.object()
                        .text("token_type", "bearer")
                        .text("scope", "connection mainaccount")
                        .text("refresh_token", "emulated")
                        .number("expires_in", 31_536_000)
                        .text("access_token", "emulated")
                        .end());
    }

    private ClientMessage result(JsonNode message, String result) {
        return new ClientMessage.Answer(Rpc.result(id(message), result, now()));
    }

    private ClientMessage error(JsonNode message, int code, String reason) {
        return new ClientMessage.Answer(Rpc.error(id(message), code, reason, now()));
    }

    private static String id(JsonNode message) {
        return message.path("id").isMissingNode() ? "null" : message.get("id").toString();
    }

    /** Only what was accepted; the rest is left out without a word. */
    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        answer(Rpc.result(
                id(request.request()), Json.array(outcome.accepted().stream().map(Json::escaped)), now()));
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        answer(Rpc.result(
                id(request.request()), Json.array(request.streams().stream().map(Json::escaped)), now()));
    }

    @Override
    protected Optional<String> maintenanceNotice() {
        return Optional.of(Rpc.notification("platform_state", "{\"maintenance\":true}"));
    }
}
