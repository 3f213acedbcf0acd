package io.tapeline.query.dataset;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A parameter that narrows one dataset.
 *
 * @param condition SQL that refers to the value as {@code :name}
 * @param values what a {@link Type#CHOICE} may be
 */
public record Filter(
        String name, Type type, String condition, String description, String example, List<String> values) {

    /** What the value must be. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** One of {@link Filter#values}. */
        CHOICE,
        /** {@code true} or {@code false}, compared with the column. */
        FLAG,
        /** {@code true} applies the condition, {@code false} does nothing. */
        SWITCH,
        /** A decimal number that is not negative. */
        AMOUNT
    }

    static Filter text(String name, String description, String example) {
        return new Filter(name, Type.TEXT, equal(name), description, example, List.of());
    }

    static <E extends Enum<E>> Filter choice(String name, Class<E> constants, String description) {
        List<String> values = Stream.of(constants.getEnumConstants())
                .map(c -> c.name().toLowerCase(Locale.ROOT))
                .toList();
        return new Filter(name, Type.CHOICE, equal(name), description, values.getFirst(), values);
    }

    static Filter flag(String name, String description) {
        return new Filter(name, Type.FLAG, equal(name), description, "true", List.of());
    }

    static Filter flag(String name, String condition, String description) {
        return new Filter(name, Type.FLAG, condition, description, "true", List.of());
    }

    static Filter only(String name, String condition, String description) {
        return new Filter(name, Type.SWITCH, condition, description, "true", List.of());
    }

    static Filter atLeast(String name, String column, String description, String example) {
        return new Filter(name, Type.AMOUNT, "\"" + column + "\" >= :" + name, description, example, List.of());
    }

    private static String equal(String name) {
        return "\"" + name + "\" = :" + name;
    }
}
