package io.tapeline.collector.decode;

import io.tapeline.model.decimal.Levels;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Sides of a book from what venues make of them. */
final class LevelReading {
    private LevelReading() {}

    static Levels arrays(@Nullable JsonValue side) {
        return read(side, (level, levels) -> {
            number(level.at(0), levels);
            number(level.at(1), levels);
        });
    }

    static Levels objects(@Nullable JsonValue side, String price, String size) {
        return read(side, (level, levels) -> {
            number(level.get(price), levels);
            number(level.get(size), levels);
        });
    }

    private static Levels read(@Nullable JsonValue side, BiConsumer<JsonValue, Levels.Builder> level) {
        if (side == null) {
            return Levels.EMPTY;
        }
        Levels.Builder levels = Levels.builder(side.elements().size());
        side.elements().forEach(element -> level.accept(element, levels));
        return levels.build();
    }

    private static void number(JsonValue value, Levels.Builder levels) {
        char[] digits = value.text().toCharArray();
        try {
            levels.number(digits, 0, digits.length);
        } catch (NumberFormatException e) {
            throw new BadMember(value.name(), String.valueOf(e.getMessage()));
        }
    }
}
