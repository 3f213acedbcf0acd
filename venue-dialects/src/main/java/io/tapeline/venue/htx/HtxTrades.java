package io.tapeline.venue.htx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.event.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What trades of all markets of the venue have in common. */
final class HtxTrades {
    private HtxTrades() {}

    /** Ids outgrow 53 bits, on spot 64: they are texts, never numbers. */
    static String id(JsonValue row, String member) {
        String id = row.text(member);
        if (id.isEmpty() || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new BadMember(member, "expected a whole number, got '" + id + "'");
        }
        return id;
    }

    /** The taker's; some trades come without a direction. */
    static Side aggressor(JsonValue row) {
        return switch (row.textOr("direction", "")) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> Side.UNKNOWN;
        };
    }

    /** Rows of an answer, which are nested in what one taker took: oldest first, whatever order they came in. */
    static List<JsonValue> oldestFirst(JsonValue answer, String id) {
        List<JsonValue> rows = new ArrayList<>();
        answer.get("data")
                .elements()
                .forEach(taken -> rows.addAll(taken.get("data").elements()));
        rows.sort(Comparator.comparing((JsonValue row) -> row.millis("ts")).thenComparing(row -> row.decimal(id)));
        return rows;
    }
}
