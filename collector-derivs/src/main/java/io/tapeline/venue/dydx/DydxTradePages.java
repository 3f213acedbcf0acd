package io.tapeline.venue.dydx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.model.event.Origin;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Trades over REST: newest first, page after page back in time, as far as the question says in its fragment. */
final class DydxTradePages {
    static final int PAGE = 1_000;

    private static final String FROM = "from";

    private DydxTradePages() {}

    /**
     * The call for trades of a stretch of time, the last page first.
     *
     * @param ticker escaped
     * @param from epoch microseconds, included
     * @param to epoch microseconds, included
     */
    static RestCall repair(RestCalls calls, String ticker, long from, long to) {
        String query = RestCalls.query("limit", PAGE, "createdBeforeOrAt", iso(to + 999));
        return calls.repair("/trades/perpetualMarket/" + ticker + "?" + query + "#" + FROM + "=" + from, 1);
    }

    /** The venue's times have milliseconds. */
    static String iso(long micros) {
        return Instant.EPOCH
                .plus(micros, ChronoUnit.MICROS)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }

    static List<Decoded> read(JsonValue answer, String ticker, RequestAddress address, RawFrame frame) {
        String asked = address.optional(FROM);
        long from = asked == null ? 0 : Long.parseLong(asked);
        List<Decoded> said = new ArrayList<>();
        long oldest = Long.MAX_VALUE;
        List<JsonValue> rows = answer.get("trades").elements();
        for (JsonValue row : rows) {
            try {
                long time = row.iso("createdAt");
                oldest = Math.min(oldest, time);
                if (time >= from) {
                    said.addAll(DydxRows.trade(row, DydxNames.instrument(ticker), Origin.LIVE, frame.received()));
                }
            } catch (BadMember e) {
                said.add(new Decoded.Malformed(e.reason()));
            }
        }
        if (asked != null && rows.size() >= PAGE && oldest > from) {
            said.add(new Decoded.Continued(before(frame, address, oldest, from)));
        }
        return said;
    }

    /**
     * The page before, from the oldest time on: other trades of that time may be on it. A page within one millisecond goes
     * back by one, or it would lead to itself.
     */
    private static RestCall before(RawFrame frame, RequestAddress address, long oldest, long from) {
        String url = String.valueOf(frame.url());
        String until = iso(oldest);
        if (until.equals(address.optional("createdBeforeOrAt"))) {
            until = iso(oldest - 1_000);
        }
        String query = RestCalls.query("limit", PAGE, "createdBeforeOrAt", until);
        URI uri = URI.create(url.substring(0, url.indexOf('?')) + "?" + query + "#" + FROM + "=" + from);
        return new RestCall(uri, DydxNames.FEED, 1, RestCall.Priority.REPAIR, Origin.REPAIR);
    }
}
