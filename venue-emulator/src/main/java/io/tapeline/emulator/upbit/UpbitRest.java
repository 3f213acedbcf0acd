package io.tapeline.emulator.upbit;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.kit.RequestLimit;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code /v1}: arrays, ten requests a second for each group of paths. */
final class UpbitRest {
    private static final int PER_SECOND = 10;
    private static final int DEPTH = 30;

    private final UpbitVenue venue;
    private final Map<String, RequestLimit> groups = new HashMap<>();

    UpbitRest(UpbitVenue venue) {
        this.venue = venue;
    }

    static RestAnswer error(int status, String message) {
        String error = Json.object()
                .number("name", status)
                .raw("message", Json.escaped(message))
                .end();
        return RestAnswer.of(status, Json.object().raw("error", error).end());
    }

    private static String group(RestRequest request) {
        String[] path = request.path().split("/", 4);
        return path.length > 2 ? path[2] : "";
    }

    private RequestLimit limit(RestRequest request) {
        return groups.computeIfAbsent(
                group(request),
                group -> new RequestLimit(
                        PER_SECOND, Duration.ofSeconds(1), wait -> error(429, "Too many API requests.")));
    }

    Optional<RestAnswer> overLimit(RestRequest request) {
        return limit(request).charge(1, venue.now());
    }

    RestAnswer answer(RestRequest request) {
        String rows =
                switch (request.path()) {
                    case "/v1/market/all" ->
                        Json.array(venue.contracts().stream().map(UpbitRest::market));
                    case "/v1/orderbook/instruments" -> each(request, this::tick);
                    case "/v1/orderbook" -> each(request, listed -> book(listed, request));
                    case "/v1/ticker" -> each(request, this::ticker);
                    case "/v1/trades/ticks" -> new UpbitTrades(venue, contract(request), request).rows();
                    default ->
                        request.path().startsWith(UpbitCandles.PATH)
                                ? new UpbitCandles(contract(request), request).rows(venue.now())
                                : refuse(404, "Not found");
                };
        return RestAnswer.ok(rows)
                .header(
                        "Remaining-Req",
                        "group=" + group(request) + "; min=600; sec="
                                + limit(request).left());
    }

    static String refuse(int status, String message) {
        throw new BadRequest(error(status, message));
    }

    private ListedContract contract(RestRequest request) {
        return contract(request.parameter("market").orElse(""));
    }

    private ListedContract contract(String code) {
        return venue.contract(code).orElseThrow(() -> new BadRequest(error(404, "Code not found")));
    }

    /** One unknown code refuses the whole call. */
    private String each(RestRequest request, Function<ListedContract, String> row) {
        Stream<String> codes =
                Arrays.stream(request.parameter("markets").orElse("").split(","));
        List<ListedContract> wanted = codes.map(this::contract).toList();
        return Json.array(wanted.stream().map(row));
    }

    private static String market(ListedContract listed) {
        String caution = Stream.of(
                        "PRICE_FLUCTUATIONS",
                        "TRADING_VOLUME_SOARING",
                        "DEPOSIT_AMOUNT_SOARING",
                        "GLOBAL_PRICE_DIFFERENCES",
                        "CONCENTRATION_OF_SMALL_ACCOUNTS")
                .reduce(Json.object(), (json, name) -> json.flag(name, false), (one, other) -> one)
                .end();
        return Json.object()
                .text("market", listed.symbol())
                .text("korean_name", "")
                .text("english_name", listed.spec().base())
                .raw(
                        "market_event",
                        Json.object()
                                .flag("warning", false)
                                .raw("caution", caution)
                                .end())
                .end();
    }

    private String tick(ListedContract listed) {
        return Json.object()
                .text("market", listed.symbol())
                .text("quote_currency", listed.spec().quote())
                .number("tick_size", listed.spec().price(), 1)
                .raw("supported_levels", "[\"0\"]")
                .end();
    }

    private static String book(ListedContract listed, RestRequest request) {
        int depth = Math.min(DEPTH, Integer.parseInt(request.parameter("count").orElse("30")));
        return new UpbitText(listed)
                .book(
                        Json.object().text("market", listed.symbol()),
                        listed.book().lastTime(),
                        listed.book().top(true, depth),
                        listed.book().top(false, depth))
                .number("level", 0)
                .end();
    }

    private String ticker(ListedContract listed) {
        UpbitDay day = new UpbitDay(listed);
        TradePrint newest =
                listed.market().trades().newest().orElseThrow(() -> new BadRequest(error(404, "Code not found")));
        Json row = Json.object().text("market", listed.symbol());
        return new UpbitTicker(listed, day)
                .figures(row, newest, day.at(newest.time()))
                .end();
    }
}
