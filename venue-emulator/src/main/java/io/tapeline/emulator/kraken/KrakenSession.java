package io.tapeline.emulator.kraken;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.EmulatedSession;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Methods: a channel of some symbols is asked for, each symbol is answered by itself. */
final class KrakenSession extends EmulatedSession {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int USUAL_DEPTH = 10;

    KrakenSession(KrakenVenue venue, WsConnection connection) {
        super(venue, connection);
        answer(status("online"));
    }

    /** Numbers of connections are longer than a signed number of 64 bits. */
    private String status(String system) {
        String row = Json.object()
                .text("api_version", "v2")
                .raw("connection_id", Long.toUnsignedString(Long.MIN_VALUE + now()))
                .text("system", system)
                .text("version", "2.0.10")
                .end();
        return Json.object()
                .text("channel", "status")
                .raw("data", "[" + row + "]")
                .text("type", "update")
                .end();
    }

    @Override
    protected Optional<String> maintenanceNotice() {
        return Optional.of(status("maintenance"));
    }

    @Override
    protected ClientMessage read(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JacksonException e) {
            return new ClientMessage.Answer(malformed());
        }
        return switch (message.path("method").asString("")) {
            case "subscribe" -> new ClientMessage.Subscribe(streams(message.path("params")), message);
            case "unsubscribe" -> new ClientMessage.Unsubscribe(streams(message.path("params")), message);
            case "ping" -> new ClientMessage.Answer(timed(numbered(Json.object().text("method", "pong"), message)));
            default -> new ClientMessage.Answer(malformed());
        };
    }

    private String malformed() {
        return timed(Json.object()
                .text("error", "Malformed request")
                .text("method", "error")
                .flag("success", false));
    }

    private static List<String> streams(JsonNode params) {
        String channel = params.path("channel").asString("");
        if (channel.equals(KrakenStreams.INSTRUMENT)) {
            return List.of(channel);
        }
        List<String> streams = new ArrayList<>();
        params.path("symbol")
                .forEach(symbol -> streams.add(KrakenStreams.name(measured(channel, params), symbol.asString(""))));
        return streams;
    }

    private static String measured(String channel, JsonNode params) {
        return switch (channel) {
            case "book" -> "book-" + params.path("depth").asInt(USUAL_DEPTH);
            case "ohlc" -> "ohlc-" + params.path("interval").asInt(1);
            default -> channel;
        };
    }

    /** Heartbeats flow once something is subscribed. */
    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        outcome.accepted().forEach(stream -> answer(accepted("subscribe", stream, request.request())));
        outcome.unknown().forEach(stream -> answer(refused(stream, request.request())));
        outcome.rejected().forEach(stream -> answer(refused(stream, request.request())));
        if (!outcome.accepted().isEmpty()) {
            listen(KrakenStreams.HEARTBEAT);
        }
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        request.streams().forEach(stream -> answer(accepted("unsubscribe", stream, request.request())));
    }

    private String accepted(String method, String stream, JsonNode request) {
        return timed(numbered(Json.object().text("method", method), request)
                .raw("result", result(stream, request.path("params")))
                .flag("success", true));
    }

    private static String result(String stream, JsonNode params) {
        String channel = params.path("channel").asString("");
        Json result = Json.object().raw("channel", Json.escaped(channel));
        switch (channel) {
            case "book" -> result.number("depth", params.path("depth").asInt(USUAL_DEPTH));
            case "ticker" ->
                result.raw(
                        "event_trigger",
                        Json.escaped(params.path("event_trigger").asString("trades")));
            case "ohlc" -> result.number("interval", params.path("interval").asInt(1));
            default -> {}
        }
        result.flag("snapshot", params.path("snapshot").asBoolean(true));
        if (stream.indexOf(':') > 0) {
            result.raw("symbol", Json.escaped(symbol(stream)));
        }
        return switch (channel) {
            case "ohlc" ->
                result.raw("warnings", "[\"timestamp is deprecated, use interval_begin\"]")
                        .end();
            case "instrument" ->
                result.raw("warnings", "[\"tick_size is deprecated, use price_increment\"]")
                        .end();
            default -> result.end();
        };
    }

    private static String symbol(String stream) {
        return stream.substring(stream.indexOf(':') + 1);
    }

    private String refused(String stream, JsonNode request) {
        String symbol = symbol(stream);
        Json answer = Json.object()
                .raw("error", Json.escaped("Currency pair not supported " + symbol))
                .text("method", "subscribe");
        return timed(numbered(answer, request).flag("success", false).raw("symbol", Json.escaped(symbol)));
    }

    private static Json numbered(Json answer, JsonNode request) {
        return request.has("req_id")
                ? answer.number("req_id", request.path("req_id").asLong(0))
                : answer;
    }

    private String timed(Json answer) {
        return answer.text("time_in", KrakenTimes.ofMillis(now()))
                .text("time_out", KrakenTimes.ofMillis(now()))
                .end();
    }
}
