package io.tapeline.venue.binance;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/** The names of members that stream messages have, by number: a letter is its own code. */
final class BinanceNames {
    /** The names that are not a single letter, numbered after the last letter. */
    private static final List<String> WORDS = List.of(
            "ap",
            "pu",
            "st",
            "stream",
            "data",
            "result",
            "id",
            "code",
            "msg",
            "error",
            "lastUpdateId",
            "bids",
            "asks",
            // Named only so that they are recognised, and passed over, without looking at their text.
            "ps",
            "nq");

    static final int AP = 'z' + 1;
    static final int PU = AP + 1;
    static final int ST = AP + 2;
    static final int STREAM = AP + 3;
    static final int DATA = AP + 4;
    static final int RESULT = AP + 5;
    static final int ID = AP + 6;
    static final int CODE = AP + 7;
    static final int MSG = AP + 8;
    static final int ERROR = AP + 9;
    static final int LAST_UPDATE_ID = AP + 10;
    static final int BIDS = AP + 11;
    static final int ASKS = AP + 12;

    /** By number, from {@code A}; what lies between {@code Z} and {@code a} is a placeholder. */
    private static final List<String> NAMES = Stream.concat(
                    IntStream.rangeClosed('A', 'z')
                            .mapToObj(c -> Character.isLetter(c) ? Character.toString(c) : "?" + c),
                    WORDS.stream())
            .toList();

    private static final boolean[] UNUSED = new boolean[NAMES.size()];

    static {
        for (String name : List.of("ps", "nq", "f", "L", "M", "P", "Q", "X")) {
            UNUSED[NAMES.indexOf(name)] = true;
        }
    }

    static final int COUNT = NAMES.size();

    private BinanceNames() {}

    /** Finds the index of a name, its number less {@code A}. */
    static PropertyNameMatcher matcher(JsonFactory json) {
        return json.constructNameMatcher(NAMES.stream().map(Named::fromString).toList(), false);
    }

    static String of(int index) {
        return NAMES.get(index);
    }

    static boolean unused(int index) {
        return UNUSED[index];
    }
}
