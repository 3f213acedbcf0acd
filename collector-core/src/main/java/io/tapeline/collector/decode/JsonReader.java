package io.tapeline.collector.decode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Reads a message whole. */
public final class JsonReader {
    /** The parser of all decoders: bounded in depth and length of numbers. */
    public static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(200)
                    .build())
            .build();

    private JsonReader() {}

    /**
     * Reads exactly one value.
     *
     * @throws BadMember when it is not JSON
     */
    public static JsonValue read(byte[] utf8) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), utf8)) {
            if (in.nextToken() == null) {
                throw new BadMember("frame", "expected JSON, got nothing");
            }
            JsonValue value = value("message", in);
            if (in.nextToken() != null) {
                throw new BadMember("frame", "expected one JSON value, got more");
            }
            return value;
        } catch (JacksonException e) {
            throw new BadMember("frame", "not JSON: " + firstLine(e.getOriginalMessage()));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static JsonValue value(String name, JsonParser in) {
        return switch (in.currentToken()) {
            case START_OBJECT -> JsonValue.object(name, members(in));
            case START_ARRAY -> JsonValue.array(name, elements(name, in));
            case VALUE_STRING -> JsonValue.string(name, in.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonValue.number(name, in.getString());
            case VALUE_TRUE, VALUE_FALSE -> JsonValue.bool(name, in.hasToken(JsonToken.VALUE_TRUE));
            case VALUE_NULL -> JsonValue.nothing(name);
            default -> throw new BadMember(name, "expected a value, got " + in.currentToken());
        };
    }

    private static Map<String, JsonValue> members(JsonParser in) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            members.put(name, value(name, in));
        }
        return members;
    }

    private static List<JsonValue> elements(String name, JsonParser in) {
        List<JsonValue> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(name, in));
        }
        return elements;
    }
}
