package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.SymbolSpec;
import java.util.List;

/** Writes the members of payloads, in the venue's order and without white space. */
final class Json {
    private final StringBuilder out = new StringBuilder(256);

    static Json object() {
        Json json = new Json();
        json.out.append('{');
        return json;
    }

    Json text(String name, String value) {
        name(name).append('"').append(value).append('"');
        return this;
    }

    Json number(String name, long value) {
        name(name).append(value);
        return this;
    }

    Json flag(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    /** A number as a string with all its decimals. */
    Json decimal(String name, Grid grid, long count) {
        StringBuilder to = name(name).append('"');
        grid.append(to, count);
        to.append('"');
        return this;
    }

    Json raw(String name, String json) {
        name(name).append(json);
        return this;
    }

    Json levels(String name, SymbolSpec spec, List<Level> levels) {
        StringBuilder to = name(name).append('[');
        String comma = "";
        for (Level level : levels) {
            to.append(comma).append("[\"");
            spec.price().append(to, level.price());
            to.append("\",\"");
            spec.size().append(to, level.size());
            to.append("\"]");
            comma = ",";
        }
        to.append(']');
        return this;
    }

    String end() {
        return out.append('}').toString();
    }

    private StringBuilder name(String name) {
        if (out.length() > 1) {
            out.append(',');
        }
        return out.append('"').append(name).append("\":");
    }
}
