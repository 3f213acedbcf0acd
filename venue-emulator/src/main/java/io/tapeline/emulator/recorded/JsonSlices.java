package io.tapeline.emulator.recorded;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The members of a JSON object as their own text, never printed anew. */
public final class JsonSlices {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonSlices() {}

    /**
     * Members by name; a string without its quotes and escapes, anything else as it stands.
     *
     * @throws JacksonException when the text is no JSON object
     */
    public static Map<String, String> of(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                if (value == JsonToken.VALUE_STRING) {
                    members.put(name, parser.getString());
                } else {
                    parser.skipChildren();
                    members.put(name, text.substring(start, end(parser, start)));
                }
            }
        }
        return members;
    }

    private static int end(JsonParser parser, int start) {
        parser.finishToken();
        long end = parser.currentToken().isScalarValue()
                ? start + (long) parser.getString().length()
                : parser.currentLocation().getCharOffset();
        return (int) end;
    }
}
