package io.tapeline.collector.decode;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a message, numbers with the digits they came with. It knows its name, so that a complaint can say it. What is
 * asked for and is not there, or is something else, is a {@link BadMember}.
 */
public final class JsonValue {
    private enum Type {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    private final String name;
    private final Type type;
    private final Object content;

    private JsonValue(String name, Type type, Object content) {
        this.name = name;
        this.type = type;
        this.content = content;
    }

    static JsonValue object(String name, Map<String, JsonValue> members) {
        return new JsonValue(name, Type.OBJECT, members);
    }

    static JsonValue array(String name, List<JsonValue> elements) {
        return new JsonValue(name, Type.ARRAY, elements);
    }

    static JsonValue string(String name, String text) {
        return new JsonValue(name, Type.STRING, text);
    }

    /** @param digits as they came */
    static JsonValue number(String name, String digits) {
        return new JsonValue(name, Type.NUMBER, digits);
    }

    static JsonValue bool(String name, boolean value) {
        return new JsonValue(name, Type.BOOLEAN, value);
    }

    static JsonValue nothing(String name) {
        return new JsonValue(name, Type.NULL, "null");
    }

    /** The name of the member it is, or of the array it is in. */
    public String name() {
        return name;
    }

    public boolean isObject() {
        return type == Type.OBJECT;
    }

    public boolean isArray() {
        return type == Type.ARRAY;
    }

    public boolean isNumber() {
        return type == Type.NUMBER;
    }

    public boolean isString() {
        return type == Type.STRING;
    }

    public boolean isNull() {
        return type == Type.NULL;
    }

    /** Members by name, in order. */
    @SuppressWarnings("unchecked") // an object is made with nothing else
    public Map<String, JsonValue> members() {
        require(Type.OBJECT, "an object");
        return (Map<String, JsonValue>) content;
    }

    /** Elements in order. */
    @SuppressWarnings("unchecked") // an array is made with nothing else
    public List<JsonValue> elements() {
        require(Type.ARRAY, "an array");
        return (List<JsonValue>) content;
    }

    private void require(Type expected, String described) {
        if (type != expected) {
            throw new BadMember(name, "expected " + described + ", got " + described());
        }
    }

    private String described() {
        return switch (type) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING, NUMBER, BOOLEAN, NULL -> "'" + content + "'";
        };
    }

    /** The member, or null where it is absent, null or an empty text. */
    public @Nullable JsonValue find(String member) {
        JsonValue found = members().get(member);
        return found == null || found.type == Type.NULL || found.content.equals("") ? null : found;
    }

    /** Whether the member is there and says something. */
    public boolean has(String member) {
        return type == Type.OBJECT && find(member) != null;
    }

    /** The member, which must be there and say something. */
    public JsonValue get(String member) {
        JsonValue found = find(member);
        if (found == null) {
            throw new BadMember(member, "expected a value, got nothing");
        }
        return found;
    }

    /** The element at a position, which must be there. */
    public JsonValue at(int position) {
        List<JsonValue> elements = elements();
        if (position >= elements.size()) {
            throw new BadMember(name, "expected more than " + position + " elements, got " + elements.size());
        }
        return elements.get(position);
    }

    /** A text, a number's digits, {@code true} or {@code false}. */
    public String text() {
        if (type == Type.OBJECT || type == Type.ARRAY || type == Type.NULL) {
            throw new BadMember(name, "expected a text, got " + described());
        }
        String text = content.toString();
        // No database takes the character zero.
        if (text.indexOf('\0') >= 0) {
            throw new BadMember(name, "expected a text without the character zero");
        }
        return text;
    }

    public String text(String member) {
        return get(member).text();
    }

    public String textOr(String member, String otherwise) {
        JsonValue found = find(member);
        return found == null ? otherwise : found.text();
    }

    public @Nullable String optionalText(String member) {
        JsonValue found = find(member);
        return found == null ? null : found.text();
    }

    /** A number, as such or as text; an exponent is resolved. */
    public BigDecimal decimal() {
        try {
            return Decimals.parse(text());
        } catch (NumberFormatException e) {
            throw new BadMember(name, String.valueOf(e.getMessage()));
        }
    }

    public BigDecimal decimal(String member) {
        return get(member).decimal();
    }

    /** Null where the member is absent, null or an empty text. */
    public @Nullable BigDecimal optionalDecimal(String member) {
        JsonValue found = find(member);
        return found == null ? null : found.decimal();
    }

    /** A whole number of 64 bits, as such or as text. */
    public long integer() {
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            throw new BadMember(name, "expected an integer of 64 bits, got '" + content + "'");
        }
    }

    public long integer(String member) {
        return get(member).integer();
    }

    /** Null where the member is absent, null or an empty text. */
    public @Nullable Long optionalInteger(String member) {
        JsonValue found = find(member);
        return found == null ? null : (Long) found.integer();
    }

    public boolean bool() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadMember(name, "expected true or false, got " + described());
        };
    }

    /** False where the member is absent. */
    public boolean flag(String member) {
        JsonValue found = find(member);
        return found != null && found.bool();
    }

    /** Epoch microseconds from milliseconds. */
    public long millis() {
        return EpochTime.millis(name, integer());
    }

    /** Epoch microseconds from a member in milliseconds. */
    public long millis(String member) {
        return get(member).millis();
    }

    /** Epoch microseconds from a member in milliseconds; null where it is absent, null or an empty text. */
    public @Nullable Long optionalMillis(String member) {
        JsonValue found = find(member);
        return found == null ? null : (Long) found.millis();
    }

    /** Epoch microseconds from a member in seconds, with or without decimals. */
    public long seconds(String member) {
        return EpochTime.seconds(member, decimal(member));
    }

    /** Epoch microseconds from a member in ISO-8601. */
    public long iso(String member) {
        return EpochTime.iso(member, text(member));
    }

    /**
     * Levels from {@code [["price","size"],...]}, texts or numbers; what follows price and size is passed over. No levels
     * where the member is absent.
     */
    public Levels levels(String member) {
        return LevelReading.arrays(find(member));
    }

    /** Levels from {@code [{"price":..,"size":..},...]}. No levels where the member is absent. */
    public Levels levels(String member, String price, String size) {
        return LevelReading.objects(find(member), price, size);
    }

    /** Levels from an array of objects that this is. */
    public Levels levelsHere(String price, String size) {
        return LevelReading.objects(this, price, size);
    }

    @Override
    public String toString() {
        return name + ": " + described();
    }
}
