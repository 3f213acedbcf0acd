package io.tapeline.venue.htx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Answers that come page by page: each says whether another is worth asking for. */
final class HtxSwapPages {
    private HtxSwapPages() {}

    /** Newest first, by number of page, without times in the question: pages are read until one begins early enough. */
    static List<Decoded> funding(JsonValue answer, RequestAddress asked, RawFrame frame, InstrumentLookup instruments) {
        JsonValue data = answer.get("data");
        List<JsonValue> rows = data.get("data").elements();
        List<Decoded> decoded = new ArrayList<>(JsonDecoder.rows(
                rows,
                row -> List.of(
                        HtxSwapEvents.settled(row, HtxSwapAnswers.contract(row, instruments), frame.received()))));
        long page = data.integer("current_page");
        if (!rows.isEmpty()
                && page < data.integer("total_page")
                && rows.getLast().integer("funding_time") > since(asked)) {
            decoded.add(following(frame, "page_index", page + 1));
        }
        return decoded;
    }

    /** The first version nests them in {@code orders}; the third goes on after the id of the last. */
    static List<Decoded> liquidations(
            JsonValue answer, RequestAddress asked, RawFrame frame, InstrumentLookup instruments) {
        JsonValue data = answer.get("data");
        List<JsonValue> rows =
                data.isArray() ? data.elements() : data.get("orders").elements();
        String after = asked.optional("from_id");
        List<JsonValue> fresh = rows.stream()
                .filter(row -> after == null || !after.equals(row.textOr("query_id", "")))
                .toList();
        List<Decoded> decoded = new ArrayList<>(JsonDecoder.rows(
                fresh,
                row -> List.of(
                        HtxSwapEvents.liquidation(row, HtxSwapAnswers.contract(row, instruments), frame.received()))));
        if (asked.optional("direct") != null
                && !fresh.isEmpty()
                && fresh.getLast().has("query_id")) {
            decoded.add(following(frame, "from_id", fresh.getLast().integer("query_id")));
        }
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("no liquidations")) : decoded;
    }

    /** What the caller wants to reach back to, epoch milliseconds; without it one page is enough. */
    private static long since(RequestAddress asked) {
        String since = asked.optional(HtxSwapRest.SINCE);
        return since != null && since.matches("\\d{1,18}") ? Long.parseLong(since) : Long.MAX_VALUE;
    }

    private static Decoded following(RawFrame frame, String parameter, long value) {
        return new Decoded.Continued(HtxSwapRest.following(Objects.requireNonNull(frame.url()), parameter, value));
    }
}
