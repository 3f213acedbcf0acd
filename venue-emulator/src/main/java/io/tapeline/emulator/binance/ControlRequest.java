package io.tapeline.emulator.binance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** A message of a client, read. */
sealed interface ControlRequest {
    Pattern TEXT_ID = Pattern.compile("[A-Za-z0-9-]{1,36}");

    record Subscribe(List<String> streams, JsonNode id) implements ControlRequest {}

    record Unsubscribe(List<String> streams, JsonNode id) implements ControlRequest {}

    record ListAll(JsonNode id) implements ControlRequest {}

    record SetCombined(boolean combined, JsonNode id) implements ControlRequest {}

    record GetCombined(JsonNode id) implements ControlRequest {}

    /** It makes no sense; the answer says why. */
    record Wrong(String answer) implements ControlRequest {}

    static ControlRequest read(String text) {
        JsonNode message;
        try {
            message = ControlAnswers.JSON.readTree(text);
        } catch (JacksonException e) {
            return new Wrong(ControlAnswers.invalidJson(e));
        }
        if (!message.isObject()) {
            return new Wrong(ControlAnswers.error(2, "Invalid request: expected an object"));
        }
        if (!message.has("method")) {
            return new Wrong(ControlAnswers.missing("method", text));
        }
        JsonNode id = message.has("id") ? message.get("id") : NullNode.getInstance();
        if (!validId(id)) {
            return new Wrong(ControlAnswers.error(2, "Invalid request: request ID must be an unsigned integer"));
        }
        return method(message, id, text);
    }

    private static ControlRequest method(JsonNode message, JsonNode id, String text) {
        String method = message.get("method").asString("");
        JsonNode params = message.path("params");
        return switch (method) {
            case "SUBSCRIBE", "UNSUBSCRIBE" -> streams(method, params, id, text);
            case "LIST_SUBSCRIPTIONS" -> new ListAll(id);
            case "SET_PROPERTY" -> setProperty(params, id);
            case "GET_PROPERTY" -> combinedProperty(params) ? new GetCombined(id) : unknownProperty();
            default ->
                new Wrong(ControlAnswers.error(
                        2,
                        "Invalid request: unknown variant `" + method + "`, expected one of `SUBSCRIBE`,"
                                + " `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY`"));
        };
    }

    private static ControlRequest streams(String method, JsonNode params, JsonNode id, String text) {
        if (!params.isArray()) {
            return new Wrong(ControlAnswers.missing("params", text));
        }
        List<String> streams = new ArrayList<>();
        for (JsonNode param : params) {
            if (!param.isString()) {
                return new Wrong(ControlAnswers.error(2, "Invalid request: invalid type: expected a string"));
            }
            streams.add(param.asString());
        }
        return method.equals("SUBSCRIBE") ? new Subscribe(streams, id) : new Unsubscribe(streams, id);
    }

    private static ControlRequest setProperty(JsonNode params, JsonNode id) {
        if (!combinedProperty(params)) {
            return unknownProperty();
        }
        return params.path(1).isBoolean()
                ? new SetCombined(params.path(1).asBoolean(), id)
                : new Wrong(ControlAnswers.error(1, "Invalid value type: expected Boolean"));
    }

    private static boolean combinedProperty(JsonNode params) {
        return params.path(0).asString("").equals("combined");
    }

    private static ControlRequest unknownProperty() {
        return new Wrong(ControlAnswers.error(0, "Unknown property"));
    }

    private static boolean validId(JsonNode id) {
        return id.isNull()
                || (id.isIntegralNumber() && id.canConvertToLong())
                || (id.isString() && TEXT_ID.matcher(id.asString()).matches());
    }
}
