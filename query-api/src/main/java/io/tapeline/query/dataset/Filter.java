package io.tapeline.query.dataset;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A parameter that narrows one dataset.
 *
 * @param condition SQL that refers to the value as {@code :name}
 * @param values what a {@link Type#CHOICE} may be
 * @param ofInstrument whether it chooses instruments, as {@code s}, rather than rows, so that the rows of others are not
 *     even looked for
 */
public record Filter(
        String name,
        Type type,
        String condition,
        String description,
        String example,
        List<String> values,
        boolean ofInstrument) {

    private Filter(String name, Type type, String condition, String description, String example, List<String> values) {
        this(name, type, condition, description, example, values, false);
    }

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
        AMOUNT,
        /** A day, bound as its ISO-8601 text. */
        DATE
    }

    static Filter text(String name, String description, String example) {
        return new Filter(name, Type.TEXT, equal(name), description, example, List.of());
    }

    static <E extends Enum<E>> Filter choice(String name, Class<E> constants, String description) {
        return choice(
                name,
                Stream.of(constants.getEnumConstants())
                        .map(c -> c.name().toLowerCase(Locale.ROOT))
                        .toList(),
                description);
    }

    static Filter choice(String name, List<String> values, String description) {
        return new Filter(name, Type.CHOICE, equal(name), description, values.getFirst(), values);
    }

    /** Equal to an ISO-8601 day that is kept as text. */
    static Filter day(String name, String description) {
        return new Filter(name, Type.DATE, equal(name), description, "2026-11-20", List.of());
    }

    /** Chooses instruments. @param condition refers to the instrument as {@code s} */
    static Filter ofInstrument(
            String name, Type type, String condition, String description, String example, List<String> values) {
        return new Filter(name, type, condition, description, example, values, true);
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
