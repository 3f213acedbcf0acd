package io.tapeline.emulator.kit;

import io.tapeline.emulator.server.WsConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connection whose client speaks JSON. */
public abstract class JsonSession extends EmulatedSession {
    private static final JsonMapper JSON = JsonMapper.shared();

    protected JsonSession(EmulatedExchange exchange, WsConnection connection) {
        super(exchange, connection);
    }

    /**
     * What a client's message means; whatever it is, it must not throw.
     *
     * @param text the message as it came
     */
    protected abstract ClientMessage read(JsonNode message, String text);

    /** What a text that is no JSON is taken for. */
    protected abstract ClientMessage malformed(String text);

    @Override
    protected ClientMessage read(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JacksonException e) {
            return malformed(text);
        }
        return read(message, text);
    }
}
