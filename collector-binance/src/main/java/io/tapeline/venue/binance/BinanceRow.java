package io.tapeline.venue.binance;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.model.decimal.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A flat object of an answer: texts and numbers by name, digits as sent. What answers carry comes rarely, so clarity
 * goes before speed here. Filters of a listing become members such as {@code PRICE_FILTER.tickSize}.
 */
record BinanceRow(Map<String, String> members) {

    /** Reads the object, or each object of the array, that the parser stands on. */
    static void each(JsonParser in, Consumer<BinanceRow> reader) {
        if (in.hasToken(JsonToken.START_OBJECT)) {
            reader.accept(read(in));
            return;
        }
        expect(in, JsonToken.START_ARRAY, "an object or an array");
        while (in.nextToken() == JsonToken.START_OBJECT) {
            reader.accept(read(in));
        }
        expect(in, JsonToken.END_ARRAY, "an array of objects");
    }

    /** Reads each array of the array that the parser stands on, such as the rows of candles. */
    static void eachColumns(JsonParser in, Consumer<List<String>> reader) {
        expect(in, JsonToken.START_ARRAY, "an array");
        while (in.nextToken() == JsonToken.START_ARRAY) {
            List<String> columns = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                columns.add(String.valueOf(in.getString()));
                in.skipChildren();
            }
            reader.accept(columns);
        }
        expect(in, JsonToken.END_ARRAY, "an array of arrays");
    }

    /** Reads the object whose start the parser stands on. */
    static BinanceRow read(JsonParser in) {
        expect(in, JsonToken.START_OBJECT, "an object");
        Map<String, String> members = new HashMap<>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            JsonToken token = in.nextToken();
            if (token == JsonToken.START_ARRAY && name.equals("filters")) {
                each(
                        in,
                        filter -> filter.members.forEach(
                                (key, value) -> members.put(filter.members.get("filterType") + "." + key, value)));
            } else if (token.isStructStart()) {
                in.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                members.put(name, in.getString());
            }
        }
        return new BinanceRow(members);
    }

    private static void expect(JsonParser in, JsonToken token, String expected) {
        if (!in.hasToken(token)) {
            throw new BadMember("answer", "expected " + expected + ", got " + in.currentToken());
        }
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** Whether the member is absent, null or without characters. */
    boolean blank(String name) {
        return members.getOrDefault(name, "").isEmpty();
    }

    String text(String name) {
        String value = members.get(name);
        if (value == null) {
            throw new BadMember(name, "expected a value, got nothing");
        }
        return storable(name, value);
    }

    String textOr(String name, String otherwise) {
        return storable(name, members.getOrDefault(name, otherwise));
    }

    /** No database takes the character zero. */
    private static String storable(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw new BadMember(name, "expected a text without the character zero");
        }
        return value;
    }

    BigDecimal decimal(String name) {
        return decimal(name, text(name));
    }

    @Nullable
    BigDecimal optionalDecimal(String name) {
        return blank(name) ? null : decimal(name);
    }

    /** Epoch microseconds. */
    long time(String name) {
        return time(name, text(name));
    }

    /** Null when there is none. */
    @Nullable
    Long optionalTime(String name) {
        return blank(name) ? null : (Long) time(name);
    }

    static BigDecimal decimal(String name, String text) {
        try {
            return Decimals.parse(text);
        } catch (NumberFormatException e) {
            throw new BadMember(name, String.valueOf(e.getMessage()));
        }
    }

    static long integer(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadMember(name, "expected an integer of 64 bits, got '" + text + "'");
        }
    }

    static long time(String name, String text) {
        return BinanceTime.micros(integer(name, text), name);
    }
}
