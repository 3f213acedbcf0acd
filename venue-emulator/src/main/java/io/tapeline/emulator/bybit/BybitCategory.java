package io.tapeline.emulator.bybit;

import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.SymbolSpec;
import java.math.BigDecimal;

/** The venue's categories, each a virtual host. What they have in common looks the same but for this. */
enum BybitCategory {
    LINEAR("bybit-linear", "linear") {
        @Override
        String text(Grid grid, long count) {
            return grid.text(count);
        }

        @Override
        String accepted() {
            return "";
        }
    },
    SPOT("bybit-spot", "spot") {
        /** Without trailing zeros. */
        @Override
        String text(Grid grid, long count) {
            BigDecimal value = grid.exact(count);
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }

        @Override
        String accepted() {
            return "subscribe";
        }
    };

    private final String prefix;
    private final String wireName;

    BybitCategory(String prefix, String wireName) {
        this.prefix = prefix;
        this.wireName = wireName;
    }

    /** A price or a size in its digits. */
    abstract String text(Grid grid, long count);

    /** What {@code ret_msg} says of a subscription that was made. */
    abstract String accepted();

    /** Of the virtual host. */
    String prefix() {
        return prefix;
    }

    /** As in {@code category=spot}. */
    String wireName() {
        return wireName;
    }

    /** The path of its streams. */
    String stream() {
        return "/v5/public/" + wireName;
    }

    /** What something is worth: price times size. */
    String turnover(SymbolSpec spec, long product) {
        Grid both = new Grid(
                spec.price().scale() + spec.size().scale(),
                spec.price().unit() * spec.size().unit());
        return text(both, product);
    }
}
