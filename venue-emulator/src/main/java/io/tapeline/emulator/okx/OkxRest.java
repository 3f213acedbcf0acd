package io.tapeline.emulator.okx;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.kit.RequestLimit;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** REST routes. Rows come newest first; {@code after} asks for older ones, {@code before} for newer ones. */
final class OkxRest {
    private static final String MARKET = "/api/v5/market/";
    private static final String PUBLIC = "/api/v5/public/";

    /** Requests in two seconds; what is not named has 20. */
    private static final Map<String, Integer> LIMITS = Map.of(
            MARKET + "candles", 40,
            PUBLIC + "funding-rate", 10,
            PUBLIC + "funding-rate-history", 10,
            PUBLIC + "time", 10);

    private static final int STATISTICS_LIMIT = 5;
    private static final int OTHER_LIMIT = 20;

    private final OkxVenue venue;
    private final OkxListing listing;
    private final OkxStatistics statistics;
    private final Map<String, RequestLimit> limits = new HashMap<>();

    OkxRest(OkxVenue venue) {
        this.venue = venue;
        listing = new OkxListing(venue);
        statistics = new OkxStatistics(venue);
    }

    Optional<RestAnswer> overLimit(RestRequest request) {
        int most = request.path().contains("-ratio-contract") || request.path().endsWith("taker-volume-contract")
                ? STATISTICS_LIMIT
                : LIMITS.getOrDefault(request.path(), OTHER_LIMIT);
        return limits.computeIfAbsent(
                        request.path(),
                        path -> new RequestLimit(
                                most, Duration.ofSeconds(2), wait -> error(429, "50011", "Too Many Requests")))
                .charge(1, venue.now());
    }

    RestAnswer answer(RestRequest request) {
        return switch (request.path()) {
            case PUBLIC + "time" -> ok(Stream.of("{\"ts\":\"" + venue.now() + "\"}"));
            case PUBLIC + "instruments" ->
                ok(listing.rows(request.parameter("instType").orElse("")));
            case PUBLIC + "funding-rate" -> ok(funding(request));
            case PUBLIC + "funding-rate-history" -> ok(settled(request));
            case MARKET + "history-trades" -> ok(trades(request));
            case MARKET + "candles", MARKET + "history-candles" -> ok(candles(request));
            default -> statistics.rows(request).map(OkxRest::ok).orElseGet(() -> error(404, "50404", "Not Found"));
        };
    }

    static RestAnswer ok(Stream<String> rows) {
        return RestAnswer.ok("{\"code\":\"0\",\"msg\":\"\",\"data\":" + Json.array(rows) + "}");
    }

    static RestAnswer error(int status, String code, String message) {
        return RestAnswer.of(status, "{\"code\":\"" + code + "\",\"data\":[],\"msg\":\"" + message + "\"}");
    }

    private ListedContract listed(RestRequest request) {
        return venue.contract(request.parameter("instId").orElse(""))
                .orElseThrow(() -> new BadRequest(error(200, "51001", "Instrument ID doesn't exist.")));
    }

    private OkxFrames frames(ListedContract listed) {
        return new OkxFrames(listed, venue.terms(listed.symbol()));
    }

    static long number(RestRequest request, String name, long otherwise) {
        String text = request.parameter(name).orElse(Long.toString(otherwise));
        if (!text.matches("\\d{1,18}")) {
            throw new BadRequest(error(200, "51000", "Parameter " + name + " error"));
        }
        return Long.parseLong(text);
    }

    static int limit(RestRequest request, int most) {
        return (int) Math.clamp(number(request, "limit", 100), 1, most);
    }

    /** By id with {@code type} 1, by time with 2. */
    private Stream<String> trades(RestRequest request) {
        ListedContract listed = listed(request);
        boolean byTime = number(request, "type", 1) == 2;
        long before = number(request, "before", 0);
        long after = number(request, "after", Long.MAX_VALUE / 10);
        int limit = limit(request, 100);
        List<TradePrint> found = byTime
                ? listed.market().trades().between(0, after - 1, Integer.MAX_VALUE)
                : listed.market()
                        .trades()
                        .from(
                                Math.max(
                                        0,
                                        Math.min(after, listed.market().trades().endId()) - limit),
                                limit);
        Predicate<TradePrint> wanted =
                trade -> (byTime ? trade.time() : trade.id()) > before && (byTime ? trade.time() : trade.id()) < after;
        return found.stream()
                .filter(wanted)
                .sorted(Comparator.comparingLong(TradePrint::id).reversed())
                .limit(limit)
                .map(frames(listed)::trade);
    }

    private Stream<String> candles(RestRequest request) {
        ListedContract listed = listed(request);
        Interval interval = OkxBars.of(request.parameter("bar").orElse("1m"))
                .orElseThrow(() -> new BadRequest(error(200, "51000", "Parameter bar error")));
        boolean history = request.path().endsWith("history-candles");
        long after = number(request, "after", Long.MAX_VALUE / 10);
        long before = number(request, "before", 0);
        long open = interval.open(venue.now());
        List<Bar> bars = listed.candles().last(interval, after - 1, limit(request, 300));
        return bars.reversed().stream()
                .filter(bar -> bar.openTime() > before && (!history || bar.openTime() < open))
                .map(bar -> frames(listed).candle(bar, bar.openTime() < open));
    }

    private Stream<String> funding(RestRequest request) {
        boolean all = request.parameter("instId").orElse("").equals("ANY");
        Stream<ListedContract> wanted = all
                ? venue.contracts().stream()
                        .filter(listed -> venue.terms(listed.symbol()).perpetual())
                : Stream.of(listed(request));
        long now = venue.now();
        return wanted.map(listed -> frames(listed).funding(listed.marks().at(now), now));
    }

    private Stream<String> settled(RestRequest request) {
        ListedContract listed = listed(request);
        long after = number(request, "after", Long.MAX_VALUE / 10);
        long before = number(request, "before", 0);
        List<FundingHistory.Row> rows = listed.marks().funding().rows();
        return rows.reversed().stream()
                .filter(row -> row.time() > before && row.time() < after)
                .limit(limit(request, 400))
                .map(frames(listed)::settled);
    }
}
