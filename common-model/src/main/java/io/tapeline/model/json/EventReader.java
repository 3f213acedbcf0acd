package io.tapeline.model.json;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads events from JSON objects whose first member is {@code kind}. Members it does not know are skipped. */
final class EventReader {
    private EventReader() {}

    /** Reads the object whose start the parser stands on. */
    static MarketEvent read(JsonParser in) {
        expect(in, JsonToken.START_OBJECT, "event");
        if (in.nextToken() != JsonToken.PROPERTY_NAME || !in.currentName().equals("kind")) {
            throw new EventFormatException("kind: expected as the first member of an event");
        }
        in.nextToken();
        Kind kind = in.hasToken(JsonToken.VALUE_STRING) ? Kind.ofWireName(in.getString()) : null;
        if (kind == null) {
            throw new EventFormatException("kind: expected a known kind, got '" + in.getString() + "'");
        }
        EventShape shape = EventShape.of(kind);
        @Nullable Object[] values = new Object[shape.properties().size()];
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            int index = shape.indexOf(in.currentName());
            in.nextToken();
            if (index < 0) {
                in.skipChildren();
            } else {
                values[index] = value(shape.properties().get(index), in);
            }
        }
        complete(shape, values);
        return shape.create(values);
    }

    private static void complete(EventShape shape, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                Property property = shape.properties().get(i);
                if (property.required()) {
                    throw new EventFormatException(
                            property.name() + ": expected " + describe(property) + ", got nothing");
                }
                if (property.javaType() == int.class) {
                    values[i] = 0;
                }
            }
        }
    }

    private static String describe(Property property) {
        return property.constants().isEmpty()
                ? property.type().name().toLowerCase(java.util.Locale.ROOT)
                : "one of " + property.constants().keySet().stream().sorted().toList();
    }

    private static @Nullable Object value(Property property, JsonParser in) {
        if (in.hasToken(JsonToken.VALUE_NULL)) {
            return null;
        }
        String name = property.name();
        try {
            return switch (property.type()) {
                case TEXT -> text(in, name);
                case DECIMAL -> decimal(in, name);
                case INTEGER -> integer(property, in, name);
                case FLAG -> {
                    if (!in.currentToken().isBoolean()) {
                        throw new EventFormatException(name + ": expected true or false, got " + in.currentToken());
                    }
                    yield in.getBooleanValue();
                }
                case TIME -> IsoMicros.parse(text(in, name));
                case CONSTANT -> constant(property, text(in, name), name);
                case LEVELS -> levels(in, name);
                case TEXTS -> texts(in, name);
                case OBJECT -> object(in, name);
            };
        } catch (DateTimeException | NumberFormatException | IllegalStateException e) {
            throw new EventFormatException(name + ": " + e.getMessage(), e);
        }
    }

    private static String text(JsonParser in, String name) {
        expect(in, JsonToken.VALUE_STRING, name);
        return in.getString();
    }

    private static Object decimal(JsonParser in, String name) {
        if (!in.currentToken().isNumeric()) {
            throw new EventFormatException(name + ": expected a number, got " + in.currentToken());
        }
        return Decimals.parse(in.getStringCharacters(), in.getStringOffset(), in.getStringLength());
    }

    private static Object integer(Property property, JsonParser in, String name) {
        expect(in, JsonToken.VALUE_NUMBER_INT, name);
        if (property.javaType() == int.class || property.javaType() == Integer.class) {
            return in.getIntValue();
        }
        return in.getLongValue();
    }

    private static Object constant(Property property, String text, String name) {
        Object constant = property.constants().get(text);
        if (constant == null) {
            throw new EventFormatException(name + ": expected " + describe(property) + ", got '" + text + "'");
        }
        return constant;
    }

    private static Levels levels(JsonParser in, String name) {
        expect(in, JsonToken.START_ARRAY, name);
        Levels.Builder levels = Levels.builder(16);
        while (in.nextToken() == JsonToken.START_ARRAY) {
            for (int i = 0; i < 2; i++) {
                if (!in.nextToken().isNumeric()) {
                    throw new EventFormatException(name + ": expected [price, size], got " + in.currentToken());
                }
                levels.number(in.getStringCharacters(), in.getStringOffset(), in.getStringLength());
            }
            in.nextToken();
            expect(in, JsonToken.END_ARRAY, name);
        }
        return levels.build();
    }

    private static List<String> texts(JsonParser in, String name) {
        expect(in, JsonToken.START_ARRAY, name);
        List<String> texts = new ArrayList<>();
        while (in.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(in.getString());
        }
        expect(in, JsonToken.END_ARRAY, name);
        return texts;
    }

    private static Map<String, Object> object(JsonParser in, String name) {
        expect(in, JsonToken.START_OBJECT, name);
        Map<String, Object> object = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = in.currentName();
            Object value =
                    switch (in.nextToken()) {
                        case VALUE_STRING -> in.getString();
                        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> decimal(in, member);
                        case VALUE_TRUE -> true;
                        case VALUE_FALSE -> false;
                        case START_OBJECT -> object(in, member);
                        case VALUE_NULL -> null;
                        default ->
                            throw new EventFormatException(
                                    name + "." + member + ": expected text, number, flag or object");
                    };
            if (value != null) {
                object.put(member, value);
            }
        }
        return object;
    }

    private static void expect(JsonParser in, JsonToken token, String name) {
        if (!in.hasToken(token)) {
            throw new EventFormatException(name + ": expected " + token + ", got " + in.currentToken());
        }
    }
}
