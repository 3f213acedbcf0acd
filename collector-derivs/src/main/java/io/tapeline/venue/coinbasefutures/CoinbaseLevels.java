package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.decimal.Levels;

/** Levels of a book as objects of one list. */
final class CoinbaseLevels {
    private CoinbaseLevels() {}

    static void add(Levels.Builder side, JsonValue update) {
        try {
            side.add(update.decimal("price_level"), update.decimal("new_quantity"));
        } catch (NumberFormatException e) {
            throw new BadMember("price_level", String.valueOf(e.getMessage()));
        }
    }
}
