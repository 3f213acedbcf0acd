package io.tapeline.venue.polymarket;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.model.event.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * Past trades of a token. The data API knows markets by their condition, so Gamma is asked for it first; then come pages
 * with the trades of both tokens, newest first, until the beginning of what was asked.
 */
final class PolymarketTradePages {
    private static final int PAGE = 500;
    private static final long SECOND = 1_000_000;

    /** In the fragment: the token whose trades are wanted, and from when to when, in seconds, both included. */
    private static final String TOKEN = "token";

    private static final String FROM = "from";
    private static final String TO = "to";

    private final PolymarketTrades trades;
    private final RestCalls data;

    PolymarketTradePages(PolymarketSettings settings) {
        this.trades = new PolymarketTrades(settings.upIsYes());
        this.data = new RestCalls(settings.data(), PolymarketRest.DATA.name());
    }

    /**
     * The call that leads to a token's trades.
     *
     * @param from epoch microseconds, included, and so is the whole second it lies in
     * @param to epoch microseconds, likewise
     */
    static RestCall of(RestCalls gamma, String slug, String token, long from, long to, Origin origin) {
        String about = RestCalls.query(TOKEN, token, FROM, Math.floorDiv(from, SECOND), TO, Math.floorDiv(to, SECOND));
        String path = "/markets?" + RestCalls.query("slug", slug) + "#" + about;
        return origin == Origin.REPAIR ? gamma.repair(path, 1) : gamma.history(path, 1);
    }

    static boolean asksForTrades(RequestAddress address) {
        return address.optional(TOKEN) != null;
    }

    /** The first page, of the condition that Gamma tells. */
    Decoded first(JsonValue answer, RequestAddress address) {
        if (answer.elements().isEmpty()) {
            return new Decoded.Ignored("no such market any more");
        }
        return page(answer.at(0).text("conditionId"), 0, address);
    }

    private Decoded page(String condition, long offset, RequestAddress address) {
        String query = RestCalls.query("market", condition, "limit", PAGE, "offset", offset, "takerOnly", true);
        String about = RestCalls.query(
                TOKEN, address.parameter(TOKEN), FROM, address.parameter(FROM), TO, address.parameter(TO));
        return new Decoded.Continued(data.repair("/trades?" + query + "#" + about, 1));
    }

    List<Decoded> read(JsonValue answer, RequestAddress address, RawFrame frame, InstrumentLookup instruments) {
        List<JsonValue> rows = answer.elements();
        List<Decoded> said = new ArrayList<>();
        long oldest = Long.MAX_VALUE;
        for (JsonValue row : rows) {
            try {
                long time = row.seconds("timestamp");
                oldest = Math.min(oldest, time);
                if (isWanted(row, time / SECOND, address)) {
                    said.add(trades.past(row, time, frame.received(), instruments));
                }
            } catch (BadMember e) {
                said.add(new Decoded.Malformed(e.reason()));
            }
        }
        if (asksForTrades(address) && rows.size() >= PAGE && oldest / SECOND >= seconds(address, FROM)) {
            long offset = Long.parseLong(address.parameter("offset"));
            said.add(page(address.parameter("market"), offset + rows.size(), address));
        }
        return said.isEmpty() ? List.of(new Decoded.Ignored("no trades")) : said;
    }

    private static boolean isWanted(JsonValue row, long second, RequestAddress address) {
        return !asksForTrades(address)
                || (row.text("asset").equals(address.parameter(TOKEN))
                        && second >= seconds(address, FROM)
                        && second <= seconds(address, TO));
    }

    private static long seconds(RequestAddress address, String name) {
        return Long.parseLong(address.parameter(name));
    }
}
