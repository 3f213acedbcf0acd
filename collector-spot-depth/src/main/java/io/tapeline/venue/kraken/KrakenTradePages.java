package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.model.event.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of {@code /0/public/Trades}: up to 1000 trades after an instant, oldest first, and the cursor of the next page. A
 * page names the next one until what is wanted was reached: an id, or a time.
 */
record KrakenTradePages(RestCalls calls) {
    private static final String PATH = "/0/public/Trades";
    private static final int ROWS = 1_000;
    private static final String UNTIL_ID = "until_id";
    private static final String UNTIL = "until";

    /**
     * What a question was asked for, kept in the fragment of its address.
     *
     * @param name {@link #UNTIL_ID} or {@link #UNTIL}
     * @param value the last trade wanted, or epoch microseconds, excluded
     */
    private record Goal(String name, long value) {

        /** Null where the question says none: then one page is all that is wanted. */
        static @Nullable Goal of(RequestAddress asked) {
            String name = asked.optional(UNTIL) == null ? UNTIL_ID : UNTIL;
            String text = asked.optional(name);
            if (text != null && !text.matches("\\d{1,18}")) {
                throw new BadMember("url", "expected a number as " + name + ", got '" + text + "'");
            }
            return text == null ? null : new Goal(name, Long.parseLong(text));
        }

        boolean wants(JsonValue row) {
            try {
                return name.equals(UNTIL_ID) || KrakenTrades.time(row) < value;
            } catch (BadMember e) {
                // It is reported where it is read.
                return true;
            }
        }

        boolean isReached(JsonValue lastRow) {
            String id = KrakenTrades.id(lastRow);
            return !wants(lastRow) || (name.equals(UNTIL_ID) && (id == null || Long.parseLong(id) >= value));
        }
    }

    /**
     * Trades after an instant.
     *
     * @param sinceNanos epoch nanoseconds, excluded
     * @param lastId the last one wanted
     */
    RestCall untilId(KrakenPair pair, long sinceNanos, long lastId) {
        return calls.repair(path(pair, sinceNanos, new Goal(UNTIL_ID, lastId)), 1);
    }

    /**
     * Trades after an instant.
     *
     * @param sinceNanos epoch nanoseconds, excluded
     * @param until epoch microseconds, excluded
     */
    RestCall untilTime(KrakenPair pair, long sinceNanos, long until, Origin origin) {
        String path = path(pair, sinceNanos, new Goal(UNTIL, until));
        return origin == Origin.REPAIR ? calls.repair(path, 1) : calls.history(path, 1);
    }

    private static String path(KrakenPair pair, long sinceNanos, Goal goal) {
        return PATH + "?" + RestCalls.query("pair", pair.rest(), "since", sinceNanos, "count", ROWS) + "#"
                + RestCalls.query(KrakenAnswers.SYMBOL, pair.symbol(), goal.name(), goal.value());
    }

    List<Decoded> read(
            JsonValue result,
            JsonValue rows,
            KrakenPair pair,
            RequestAddress asked,
            long received,
            InstrumentLookup instruments) {
        Goal goal = Goal.of(asked);
        List<JsonValue> wanted = rows.elements().stream()
                .filter(row -> goal == null || goal.wants(row))
                .toList();
        List<Decoded> trades = new ArrayList<>(
                JsonDecoder.rows(wanted, row -> List.of(KrakenTrades.answered(row, pair, received, instruments))));
        if (goal != null
                && rows.elements().size() >= ROWS
                && !goal.isReached(rows.elements().getLast())) {
            // Several trades may have one stamp, and the next page must not begin between them.
            long since = Math.max(0, result.integer("last") - 1);
            trades.add(new Decoded.Continued(calls.repair(path(pair, since, goal), 1)));
        }
        return trades;
    }
}
