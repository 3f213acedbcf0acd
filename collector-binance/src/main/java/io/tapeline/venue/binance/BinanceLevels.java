package io.tapeline.venue.binance;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.model.decimal.Levels;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code [["price","size"],...]}, digits kept, without strings in between. */
final class BinanceLevels {
    private BinanceLevels() {}

    /**
     * Reads the array whose start the parser stands on.
     *
     * @param name for messages about bad input
     */
    static Levels read(JsonParser in, String name) {
        JsonToken token = in.nextToken();
        if (token == JsonToken.END_ARRAY) {
            return Levels.EMPTY;
        }
        Levels.Builder levels = Levels.builder(8);
        for (; token == JsonToken.START_ARRAY; token = in.nextToken()) {
            number(in, levels, name);
            number(in, levels, name);
            // What may follow price and size (old snapshots carry an empty array) says nothing.
            for (token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
                in.skipChildren();
            }
        }
        if (token != JsonToken.END_ARRAY) {
            throw new BadMember(name, "expected an array of [price, size], got " + token);
        }
        return levels.build();
    }

    private static void number(JsonParser in, Levels.Builder levels, String name) {
        JsonToken token = in.nextToken();
        if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
            throw new BadMember(name, "expected [price, size], got " + token);
        }
        try {
            int length = in.getStringLength();
            levels.number(in.getStringCharacters(), in.getStringOffset(), length);
        } catch (NumberFormatException e) {
            throw new BadMember(name, String.valueOf(e.getMessage()));
        }
    }
}
