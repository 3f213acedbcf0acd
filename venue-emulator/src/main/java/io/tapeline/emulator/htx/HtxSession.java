package io.tapeline.emulator.htx;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.EmulatedSession;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two dialects of the sockets: {@code sub} of market data and {@code op} of notifications, each with its pings. */
class HtxSession extends EmulatedSession {
    static final String MARKET = "/linear-swap-ws";
    static final String INDEX = "/ws_index";
    static final String NOTIFICATION = "/linear-swap-notification";

    private static final JsonMapper JSON = JsonMapper.shared();

    HtxSession(EmulatedExchange venue, WsConnection connection) {
        super(venue, connection);
        connection.compress();
    }

    @Override
    protected String route() {
        return connection().path();
    }

    private boolean notifies() {
        return route().equals(NOTIFICATION);
    }

    @Override
    protected boolean reopens() {
        return true;
    }

    @Override
    protected ClientMessage read(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JacksonException e) {
            return new ClientMessage.Answer(error("\"\"", "not json, is not json string"));
        }
        return notifies() ? operation(message) : request(message);
    }

    private ClientMessage request(JsonNode message) {
        if (message.has("pong")) {
            return new ClientMessage.Pong(message.get("pong").asString());
        } else if (message.has("sub")) {
            return new ClientMessage.Subscribe(List.of(message.get("sub").asString()), message);
        } else if (message.has("unsub")) {
            return new ClientMessage.Unsubscribe(List.of(message.get("unsub").asString()), message);
        } else if (message.has("req")) {
            return new ClientMessage.Answer(answer(message.get("req").asString(), id(message)));
        }
        // Pings of a client are not answered.
        return message.has("ping")
                ? new ClientMessage.Ignored()
                : new ClientMessage.Answer(error(id(message), "invalid request"));
    }

    private ClientMessage operation(JsonNode message) {
        List<String> topic = List.of(message.path("topic").asString(""));
        return switch (message.path("op").asString("")) {
            case "pong" -> new ClientMessage.Pong(message.path("ts").asString(""));
            case "sub" -> new ClientMessage.Subscribe(topic, message);
            case "unsub" -> new ClientMessage.Unsubscribe(topic, message);
            default -> new ClientMessage.Answer("{\"op\":\"error\",\"ts\":" + now() + "}");
        };
    }

    /**
     * The answer to a question, which is asked once and brings no stream.
     *
     * @param id as it came
     */
    protected String answer(String topic, String id) {
        return error(id, "invalid topic " + topic);
    }

    /** As it came, text or number. */
    private static String id(JsonNode message) {
        return message.has("id") ? message.get("id").toString() : "\"\"";
    }

    private String error(String id, String reason) {
        return Json.object()
                .text("status", "error")
                .number("ts", now())
                .raw("id", id)
                .text("err-code", "bad-request")
                .raw("err-msg", Json.escaped(reason))
                .end();
    }

    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        String topic = request.streams().getFirst();
        if (notifies()) {
            answer(confirmation("sub", request.request(), topic, outcome.all()));
        } else {
            String id = id(request.request());
            answer(outcome.all() ? confirmed(id, "subbed", topic) : error(id, "invalid topic " + topic));
        }
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        String topic = request.streams().getFirst();
        answer(
                notifies()
                        ? confirmation("unsub", request.request(), topic, true)
                        : confirmed(id(request.request()), "unsubbed", topic));
    }

    private String confirmed(String id, String verb, String topic) {
        return Json.object()
                .raw("id", id)
                .text("status", "ok")
                .raw(verb, Json.escaped(topic))
                .number("ts", now())
                .end();
    }

    private String confirmation(String op, JsonNode request, String topic, boolean fine) {
        Json answer = Json.object()
                .text("op", op)
                .raw("cid", Json.escaped(request.path("cid").asString("")))
                .raw("topic", Json.escaped(topic))
                .number("ts", now());
        return fine
                ? answer.number("err-code", 0).end()
                : answer.number("err-code", 2011)
                        .text("err-msg", "topic not found")
                        .end();
    }

    @Override
    protected String sendPing(long time) {
        long now = now();
        answer(notifies() ? "{\"op\":\"ping\",\"ts\":\"" + now + "\"}" : "{\"ping\":" + now + "}");
        return Long.toString(now);
    }

    @Override
    protected void expire() {
        connection().close(1003, "ping check expired");
    }

    /** Market sockets are cut without a word. */
    @Override
    protected Optional<String> maintenanceNotice() {
        return notifies() ? Optional.of("{\"op\":\"close\",\"ts\":" + now() + "}") : Optional.empty();
    }
}
