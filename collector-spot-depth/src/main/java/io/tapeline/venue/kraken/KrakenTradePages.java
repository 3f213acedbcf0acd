package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
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

    /** @param sinceNanos epoch nanoseconds, excluded @param lastId the last one wanted */
    RestCall untilId(KrakenPair pair, long sinceNanos, long lastId) {
        return calls.repair(path(pair, Long.toString(sinceNanos), UNTIL_ID, Long.toString(lastId)), 1);
    }

    /** @param until epoch microseconds, excluded */
    RestCall untilTime(KrakenPair pair, long sinceNanos, long until, RestCall.Priority priority) {
        String path = path(pair, Long.toString(sinceNanos), UNTIL, Long.toString(until));
        return priority == RestCall.Priority.REPAIR ? calls.repair(path, 1) : calls.history(path, 1);
    }

    private static String path(KrakenPair pair, String since, String goal, String value) {
        return PATH + "?" + RestCalls.query("pair", pair.rest(), "since", since, "count", ROWS) + "#"
                + RestCalls.query(KrakenAnswers.SYMBOL, pair.symbol(), goal, value);
    }

    List<Decoded> read(
            JsonValue result,
            JsonValue rows,
            KrakenPair pair,
            RequestAddress asked,
            long received,
            InstrumentLookup instruments) {
        String until = asked.optional(UNTIL);
        List<JsonValue> wanted = rows.elements().stream()
                .filter(row -> until == null || !after(row, until))
                .toList();
        List<Decoded> trades = new ArrayList<>(
                JsonDecoder.rows(wanted, row -> List.of(KrakenTrades.answered(row, pair, received, instruments))));
        RestCall next = next(result, rows.elements(), wanted.size(), pair, asked);
        if (next != null) {
            trades.add(new Decoded.Continued(next));
        }
        return trades;
    }

    /** What cannot be read is not after it: it is reported where it is read. */
    private static boolean after(JsonValue row, String until) {
        try {
            return KrakenTrades.time(row) >= Long.parseLong(until);
        } catch (BadMember e) {
            return false;
        }
    }

    /** None after a page that is not full, or that has what is wanted; and none where the question does not say that. */
    private @Nullable RestCall next(
            JsonValue result, List<JsonValue> rows, int wanted, KrakenPair pair, RequestAddress asked) {
        String lastId = asked.optional(UNTIL_ID);
        String until = asked.optional(UNTIL);
        if (rows.size() < ROWS || !result.has("last")) {
            return null;
        }
        String since = result.text("last");
        if (until != null) {
            return wanted < rows.size() ? null : calls.history(path(pair, since, UNTIL, until), 1);
        }
        String newest = KrakenTrades.id(rows.getLast());
        return lastId == null || newest == null || Long.parseLong(newest) >= Long.parseLong(lastId)
                ? null
                : calls.repair(path(pair, since, UNTIL_ID, lastId), 1);
    }
}
