package io.tapeline.emulator.dydx;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Indexer's REST interface. */
final class DydxRest {
    private static final int MOST = 1_000;
    private static final String ROOT = "/v4/";

    private final DydxVenue venue;
    private final DydxMarkets markets;
    private final Map<String, DydxStreams> streams;

    DydxRest(DydxVenue venue, DydxMarkets markets, Map<String, DydxStreams> streams) {
        this.venue = venue;
        this.markets = markets;
        this.streams = streams;
    }

    static RestAnswer error(int status, String message) {
        return RestAnswer.of(status, "{\"errors\":[{\"msg\":\"" + message + "\"}]}");
    }

    RestAnswer answer(RestRequest request) {
        String path = request.path();
        if (!request.method().equals("GET") || !path.startsWith(ROOT)) {
            return error(404, "Not Found");
        }
        String[] parts = path.substring(ROOT.length()).split("/");
        String body =
                switch (parts[0] + (parts.length == 3 ? "/" + parts[1] : "")) {
                    case "perpetualMarkets" ->
                        markets.listing(request.parameter("ticker").orElse(""));
                    case "time" -> time();
                    case "height" -> height();
                    case "trades/perpetualMarket" -> trades(listed(parts), request);
                    case "candles/perpetualMarkets" -> candles(listed(parts), request);
                    case "orderbooks/perpetualMarket" -> book(listed(parts));
                    case "historicalFunding" -> funding(listed(parts), request);
                    default -> throw new BadRequest(error(404, "Not Found"));
                };
        return RestAnswer.ok(body);
    }

    private ListedContract listed(String[] parts) {
        String ticker = URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8);
        return venue.contract(ticker)
                .orElseThrow(() -> new BadRequest(error(400, "ticker must be a valid ticker (BTC-USD, etc)")));
    }

    private DydxStreams streams(ListedContract listed) {
        return Optional.ofNullable(streams.get(listed.symbol())).orElseThrow();
    }

    private String time() {
        long now = venue.now();
        return "{\"iso\":\"" + DydxText.iso(now) + "\",\"epoch\":" + now / 1_000 + "." + "%03d".formatted(now % 1_000)
                + "}";
    }

    private String height() {
        return Json.object()
                .text("height", Long.toString(DydxText.height(venue.now())))
                .text("time", DydxText.iso(venue.now()))
                .end();
    }

    private String trades(ListedContract listed, RestRequest request) {
        long until = time(request, "createdBeforeOrAt").orElse(Long.MAX_VALUE);
        List<TradePrint> all = listed.market().trades().between(0, until, Integer.MAX_VALUE);
        return streams(listed).tradesText(last(all, limit(request)));
    }

    private String candles(ListedContract listed, RestRequest request) {
        String resolution = request.parameter("resolution").orElse("");
        Interval interval = DydxStreams.RESOLUTIONS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(resolution))
                .flatMap(entry -> Interval.of(entry.getKey()).stream())
                .findFirst()
                .orElseThrow(() -> new BadRequest(error(400, "resolution must be a valid Candle Resolution")));
        long from = time(request, "fromISO").orElse(0L);
        long to = time(request, "toISO").orElse(Long.MAX_VALUE) - 1;
        List<Bar> found = listed.candles().range(interval, from, to, Integer.MAX_VALUE);
        return Json.object()
                .raw("candles", streams(listed).candlesText(interval, last(found, limit(request))))
                .end();
    }

    private String book(ListedContract listed) {
        return streams(listed)
                .bookText(listed.book().top(true, 100), listed.book().top(false, 100));
    }

    private String funding(ListedContract listed, RestRequest request) {
        long until = time(request, "effectiveBeforeOrAt").orElse(Long.MAX_VALUE);
        List<FundingHistory.Row> rows = listed.marks().funding().rows().stream()
                .filter(row -> row.time() <= until)
                .toList();
        return Json.object()
                .raw(
                        "historicalFunding",
                        Json.array(
                                last(rows, limit(request)).reversed().stream().map(DydxRest::funding)))
                .end();
    }

    private static String funding(FundingHistory.Row row) {
        return Json.object()
                .text("ticker", row.symbol())
                .decimal("rate", FuturesMarks.GRID, row.rate())
                .decimal("price", FuturesMarks.GRID, row.mark())
                .text("effectiveAtHeight", Long.toString(DydxText.height(row.time())))
                .text("effectiveAt", DydxText.iso(row.time()))
                .end();
    }

    private static <T> List<T> last(List<T> rows, int limit) {
        return rows.subList(Math.max(0, rows.size() - limit), rows.size());
    }

    private static int limit(RestRequest request) {
        try {
            return request.parameter("limit")
                    .map(Integer::parseInt)
                    .filter(limit -> limit > 0 && limit <= MOST)
                    .orElse(MOST);
        } catch (NumberFormatException e) {
            throw new BadRequest(error(400, "limit must be a positive integer that is not greater than max: 1000"));
        }
    }

    private static Optional<Long> time(RestRequest request, String name) {
        try {
            return request.parameter(name).map(text -> Instant.parse(text).toEpochMilli());
        } catch (DateTimeException e) {
            throw new BadRequest(error(400, name + " must be a valid ISO 8601 date"));
        }
    }
}
