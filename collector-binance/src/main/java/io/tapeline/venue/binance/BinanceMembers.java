package io.tapeline.venue.binance;

import static io.tapeline.venue.binance.BinanceNames.ASKS;
import static io.tapeline.venue.binance.BinanceNames.BIDS;
import static io.tapeline.venue.binance.BinanceNames.DATA;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * The members of one message, read in a single pass whatever their order, then asked for by name: a letter or one of
 * {@link BinanceNames}. Names that differ only in case are different members. Texts stay characters until they are asked for, so
 * that prices become numbers without a string in between. Reused from frame to frame; not for use by several threads.
 */
final class BinanceMembers {
    /** Messages nest no deeper than wrapper, event, detail. */
    private static final int MAX_DEPTH = 3;

    private static final int MAX_SYMBOL = 64;

    private static final byte ABSENT = 0;
    private static final byte NULL = 1;
    private static final byte TEXT = 2;
    private static final byte INTEGER = 3;
    private static final byte TRUE = 4;
    private static final byte FALSE = 5;
    private static final byte LEVELS = 6;
    private static final byte OBJECT = 7;
    private static final byte OBJECTS = 8;
    private static final byte OTHER = 9;

    private final PropertyNameMatcher names;
    private final int depth;
    private final byte[] types = new byte[BinanceNames.COUNT];
    /** The value of an integer; start and length of a text. */
    private final long[] numbers = new long[BinanceNames.COUNT];

    private final @Nullable Levels[] levels = new Levels[BinanceNames.COUNT];
    private char[] text = new char[256];
    private int textLength;
    private @Nullable BinanceMembers nested;
    private List<BinanceMembers> elements = List.of();

    BinanceMembers(JsonFactory json) {
        this(BinanceNames.matcher(json), 1);
    }

    private BinanceMembers(PropertyNameMatcher names, int depth) {
        this.names = names;
        this.depth = depth;
    }

    /** Reads the object whose start the parser stands on, and stays on its end. */
    BinanceMembers read(JsonParser in) {
        Arrays.fill(types, ABSENT);
        textLength = 0;
        for (int match = in.nextNameMatch(names);
                match != PropertyNameMatcher.MATCH_END_OBJECT;
                match = in.nextNameMatch(names)) {
            if (match >= 0 && !BinanceNames.unused(match)) {
                types[match] = value(match, in);
            } else {
                in.nextToken();
                in.skipChildren();
            }
        }
        return this;
    }

    private byte value(int index, JsonParser in) {
        return switch (in.nextToken()) {
            case VALUE_STRING, VALUE_NUMBER_FLOAT -> keepText(index, in);
            case VALUE_NUMBER_INT -> keepInteger(index, in);
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            case VALUE_NULL -> NULL;
            case START_ARRAY -> keepArray(index, in);
            case START_OBJECT -> keepObject(in);
            default -> OTHER;
        };
    }

    private byte keepText(int index, JsonParser in) {
        int length = in.getStringLength();
        char[] chars = in.getStringCharacters();
        if (textLength + length > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, textLength + length));
        }
        System.arraycopy(chars, in.getStringOffset(), text, textLength, length);
        numbers[index] = (long) textLength << 32 | length;
        textLength += length;
        return TEXT;
    }

    private byte keepInteger(int index, JsonParser in) {
        try {
            numbers[index] = in.getLongValue();
            return INTEGER;
        } catch (InputCoercionException tooLarge) {
            return OTHER;
        }
    }

    private byte keepArray(int index, JsonParser in) {
        int name = index + 'A';
        if (name == 'b' || name == 'a' || name == BIDS || name == ASKS) {
            levels[index] = BinanceLevels.read(in, BinanceNames.of(index));
            return LEVELS;
        } else if (name == DATA) {
            elements = new ArrayList<>();
            boolean objects = true;
            for (var token = in.nextToken(); token != null && !token.isStructEnd(); token = in.nextToken()) {
                objects &= token.isStructStart();
                if (in.isExpectedStartObjectToken()) {
                    elements.add(new BinanceMembers(names, depth + 1).read(in));
                }
                in.skipChildren();
            }
            return objects ? OBJECTS : OTHER;
        }
        in.skipChildren();
        return OTHER;
    }

    private byte keepObject(JsonParser in) {
        if (depth == MAX_DEPTH) {
            in.skipChildren();
            return OTHER;
        }
        if (nested == null) {
            nested = new BinanceMembers(names, depth + 1);
        }
        nested.read(in);
        return OBJECT;
    }

    /** Whether the member is there, be it null. */
    boolean has(int name) {
        return types[name - 'A'] != ABSENT;
    }

    /** Whether the member is an object; the last object read is {@link #object}. */
    boolean hasObject(int name) {
        return types[name - 'A'] == OBJECT;
    }

    boolean hasObjects(int name) {
        return types[name - 'A'] == OBJECTS;
    }

    boolean hasLevels(int name) {
        return types[name - 'A'] == LEVELS;
    }

    BinanceMembers object(int name) {
        require(name, OBJECT, "an object");
        return Objects.requireNonNull(nested);
    }

    List<BinanceMembers> objects() {
        return elements;
    }

    Levels levels(int name) {
        require(name, LEVELS, "an array of [price, size]");
        return Objects.requireNonNull(levels[name - 'A']);
    }

    boolean flag(int name) {
        byte type = types[name - 'A'];
        if (type != TRUE && type != FALSE) {
            throw bad(name, "true or false");
        }
        return type == TRUE;
    }

    long integer(int name) {
        require(name, INTEGER, "an integer of 64 bits");
        return numbers[name - 'A'];
    }

    /** Epoch microseconds. */
    long time(int name) {
        return BinanceTime.micros(integer(name), name(name));
    }

    BigDecimal decimal(int name) {
        int index = name - 'A';
        if (types[index] == INTEGER) {
            return BigDecimal.valueOf(numbers[index]);
        }
        require(name, TEXT, "a decimal number");
        try {
            return Decimals.parse(text, (int) (numbers[index] >> 32), (int) numbers[index]);
        } catch (NumberFormatException e) {
            throw new BadMember(name(name), String.valueOf(e.getMessage()));
        }
    }

    /** Whether the member is a text without characters, null or absent. */
    boolean blank(int name) {
        int index = name - 'A';
        return types[index] <= NULL || (types[index] == TEXT && (int) numbers[index] == 0);
    }

    String text(int name) {
        require(name, TEXT, "text");
        int index = name - 'A';
        return new String(text, (int) (numbers[index] >> 32), (int) numbers[index]);
    }

    /** Whether the member is exactly this text. */
    boolean is(int name, String expected) {
        int index = name - 'A';
        if (types[index] != TEXT || (int) numbers[index] != expected.length()) {
            return false;
        }
        int offset = (int) (numbers[index] >> 32);
        for (int i = 0; i < expected.length(); i++) {
            if (text[offset + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A symbol or another name: it becomes part of keys, so what cannot be stored or routed is refused here. */
    String symbol(int name) {
        String symbol = text(name);
        boolean odd = symbol.isEmpty() || symbol.length() > MAX_SYMBOL;
        for (int i = 0; i < symbol.length() && !odd; i++) {
            odd = symbol.charAt(i) <= ' ' || symbol.charAt(i) == 0x7f;
        }
        if (odd) {
            throw bad(name, "a symbol of 1 to " + MAX_SYMBOL + " visible characters");
        }
        return symbol;
    }

    /** A text or an integer as text; null when the member is null or absent. */
    @Nullable
    String label(int name) {
        int index = name - 'A';
        return switch (types[index]) {
            case TEXT -> text(name);
            case INTEGER -> Long.toString(numbers[index]);
            default -> null;
        };
    }

    private void require(int name, byte type, String expected) {
        if (types[name - 'A'] != type) {
            throw bad(name, expected);
        }
    }

    BadMember bad(int name, String expected) {
        byte type = types[name - 'A'];
        String got = type == ABSENT ? "nothing" : type == NULL ? "null" : "something else";
        return new BadMember(name(name), "expected " + expected + ", got " + got);
    }

    private static String name(int name) {
        return BinanceNames.of(name - 'A');
    }
}
