package io.tapeline.emulator.binance;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The texts that answer control messages. */
final class ControlAnswers {
    static final JsonMapper JSON = new JsonMapper();

    private ControlAnswers() {}

    static String result(Object value, JsonNode id) {
        return "{\"result\":" + JSON.writeValueAsString(value) + ",\"id\":" + id + "}";
    }

    static String acknowledged(JsonNode id) {
        return "{\"result\":null,\"id\":" + id + "}";
    }

    static String error(int code, String message) {
        return "{\"code\":" + code + ",\"msg\":" + JSON.writeValueAsString(message) + "}";
    }

    static String nested(int code, String message, JsonNode id) {
        return "{\"error\":" + error(code, message) + ",\"id\":" + id + "}";
    }

    static String invalidJson(JacksonException e) {
        return error(
                3,
                "Invalid JSON: expected value at line %d column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }

    static String missing(String field, String text) {
        return error(2, "Invalid request: missing field `%s` at line 1 column %d".formatted(field, text.length()));
    }
}
