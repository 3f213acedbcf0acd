package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.SymbolSpec;

/** How a venue writes one level of a book. A level that is gone has the size 0, with all decimals of the lot. */
@FunctionalInterface
public interface LevelShape {
    /** {@code ["price","size"]}. */
    LevelShape TEXTS = (out, spec, level) -> pair(out, "[\"", spec.price(), level.price(), "\",\"", spec, level, "\"]");

    /** {@code [price,size]}. */
    LevelShape NUMBERS = (out, spec, level) -> pair(out, "[", spec.price(), level.price(), ",", spec, level, "]");

    void append(StringBuilder out, SymbolSpec spec, Level level);

    /** {@code {"price":"1.5","size":"3"}} with a venue's names, as texts or numbers. */
    static LevelShape objects(String price, String size, boolean texts) {
        String quote = texts ? "\"" : "";
        String open = "{\"" + price + "\":" + quote;
        String middle = quote + ",\"" + size + "\":" + quote;
        return (out, spec, level) -> pair(out, open, spec.price(), level.price(), middle, spec, level, quote + "}");
    }

    /** {@code ["price","size",...]} with the same further elements for each level, such as {@code "0","1"}. */
    static LevelShape textsAnd(String more) {
        return (out, spec, level) ->
                pair(out, "[\"", spec.price(), level.price(), "\",\"", spec, level, "\"," + more + "]");
    }

    private static void pair(
            StringBuilder out,
            String open,
            Grid prices,
            long price,
            String middle,
            SymbolSpec spec,
            Level level,
            String close) {
        out.append(open);
        prices.append(out, price);
        out.append(middle);
        spec.size().append(out, level.size());
        out.append(close);
    }
}
