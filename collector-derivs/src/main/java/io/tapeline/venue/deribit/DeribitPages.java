package io.tapeline.venue.deribit;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.model.event.Origin;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer goes on. Trades by time: the next page begins at the millisecond of the last row, so that none that
 * shares it is lost. Trades by {@code trade_seq}: the caller asks again for what it misses. The main host keeps about a
 * day and answers nothing for what is older, which is no error: then the host of old trades is asked the same.
 *
 * @param history root of the host of old trades
 */
record DeribitPages(String history) {
    /** Parameter, never sent, that wants only flagged trades of these base assets. */
    static final String FLAGGED = "flagged";

    static final String API = "/api/v2/";
    static final String BUDGET = "deribit";
    static final String HISTORY_BUDGET = "deribit-history";

    /** The call after an answer with trades. */
    Optional<Decoded> after(JsonValue result, RequestAddress asked, @Nullable String url) {
        if (url == null) {
            return Optional.empty();
        }
        List<JsonValue> rows = result.get("trades").elements();
        boolean ascending = "asc".equals(asked.optional("sorting"));
        if (!isHistory(url) && beginsLate(rows, asked)) {
            return Optional.of(call(history + url.substring(url.indexOf(API))));
        } else if (asked.optional("start_seq") == null && ascending && result.flag("has_more") && !rows.isEmpty()) {
            return Optional.of(from(url, asked, rows.getLast().integer("timestamp")));
        }
        return Optional.empty();
    }

    private static boolean beginsLate(List<JsonValue> rows, RequestAddress asked) {
        String first = asked.optional("start_seq");
        return rows.isEmpty() || (first != null && rows.getFirst().integer("trade_seq") > number(first));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadMember("url", "expected a whole number, got '" + text + "'");
        }
    }

    /** A page full of one millisecond would be asked for again and again: then that millisecond is left. */
    private Decoded from(String url, RequestAddress asked, long last) {
        String before = asked.parameter("start_timestamp");
        long next = last > number(before) ? last : last + 1;
        return call(url.replace("start_timestamp=" + before, "start_timestamp=" + next));
    }

    /** The same with another end, for answers that go back in time. */
    Decoded until(@Nullable String url, long end) {
        if (url == null) {
            throw new BadMember("url", "expected the address of the call, got nothing");
        }
        return call(url.replaceFirst("end_timestamp=\\d+", "end_timestamp=" + end));
    }

    private boolean isHistory(String url) {
        return url.startsWith(history + API);
    }

    /** The core marks what the answer brings as it marked the first page. */
    private Decoded call(String url) {
        String budget = isHistory(url) ? HISTORY_BUDGET : BUDGET;
        try {
            return new Decoded.Continued(new RestCall(URI.create(url), budget, 1, Priority.REPAIR, Origin.LIVE));
        } catch (IllegalArgumentException e) {
            throw new BadMember("url", "expected an address, got '" + url + "'");
        }
    }
}
