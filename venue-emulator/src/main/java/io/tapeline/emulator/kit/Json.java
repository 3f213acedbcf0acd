package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.SymbolSpec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the members of payloads, in the venue's order and without white space; numbers exactly from ticks and lots. Texts
 * are written as they are: what a client sent must be {@link #escaped} first.
 */
public final class Json {
    private final StringBuilder out = new StringBuilder(256);

    private Json() {}

    public static Json object() {
        Json json = new Json();
        json.out.append('{');
        return json;
    }

    /** An array of finished elements. */
    public static String array(Stream<String> elements) {
        return elements.collect(Collectors.joining(",", "[", "]"));
    }

    public static String array(List<String> elements) {
        return array(elements.stream());
    }

    /** A text with its quotes, safe whatever is in it. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> safe.append('\\').append(c);
                default -> safe.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return safe.append('"').toString();
    }

    public Json text(String name, String value) {
        name(name).append('"').append(value).append('"');
        return this;
    }

    public Json number(String name, long value) {
        name(name).append(value);
        return this;
    }

    /** A number with all its decimals, without quotes. */
    public Json number(String name, Grid grid, long count) {
        grid.append(name(name), count);
        return this;
    }

    public Json flag(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    /** A number as a string with all its decimals. */
    public Json decimal(String name, Grid grid, long count) {
        StringBuilder to = name(name).append('"');
        grid.append(to, count);
        to.append('"');
        return this;
    }

    /** Finished JSON. */
    public Json raw(String name, String json) {
        name(name).append(json);
        return this;
    }

    /** {@code [["price","size"],...]}. */
    public Json levels(String name, SymbolSpec spec, List<Level> levels) {
        return levels(name, spec, levels, LevelShape.TEXTS);
    }

    public Json levels(String name, SymbolSpec spec, List<Level> levels, LevelShape shape) {
        StringBuilder to = name(name).append('[');
        for (int i = 0; i < levels.size(); i++) {
            if (i > 0) {
                to.append(',');
            }
            shape.append(to, spec, levels.get(i));
        }
        to.append(']');
        return this;
    }

    public String end() {
        return out.append('}').toString();
    }

    private StringBuilder name(String name) {
        if (out.length() > 1) {
            out.append(',');
        }
        return out.append('"').append(name).append("\":");
    }
}
