package io.tapeline.emulator.drift;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.AssetFacts;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A perpetual for each asset, and loans of USDT. */
final class DriftVenue extends EmulatedExchange {
    private static final RestAnswer NOT_FOUND = RestAnswer.of(404, "{\"message\":\"Not Found\"}");
    private static final BigDecimal SHORTS = new BigDecimal("0.996");

    private final Map<String, DriftMarket> markets = new LinkedHashMap<>();

    DriftVenue(VenueContext context) {
        super(context, DriftEmulation.PREFIX, WireLimits.wide().withPings(Duration.ofSeconds(5), Duration.ZERO), 1);
        for (String asset : assets()) {
            list(DriftMarket.contract(asset, AssetFacts.of(asset).price()), listed -> {
                DriftMarket market = new DriftMarket(this, listed, markets.size());
                markets.put(listed.symbol(), market);
                return market;
            });
        }
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        if (request.path().equals("/stats/markets")) {
            return RestAnswer.ok(stats());
        } else if (request.path().equals("/l2")) {
            int depth = request.parameter("depth").map(Integer::parseInt).orElse(100);
            return RestAnswer.ok(
                    market(request.parameter("marketName").orElse("")).book(depth));
        }
        List<String> path = List.of(request.path().substring(1).split("/", -1));
        if (path.size() >= 3 && path.getFirst().equals("market")) {
            return RestAnswer.ok(ofMarket(market(path.get(1)), path, request));
        } else if (path.size() == 4
                && path.getFirst().equals("stats")
                && path.get(3).equals("borrow")) {
            return RestAnswer.ok(loans());
        }
        return NOT_FOUND;
    }

    private static String ofMarket(DriftMarket market, List<String> path, RestRequest request) {
        return switch (path.get(2)) {
            case "trades" -> DriftPages.fills(market, request);
            case "fundingRates" -> DriftPages.funding(market, request);
            case "candles" -> DriftPages.candles(market, request, path.getLast());
            default -> throw new BadRequest(NOT_FOUND);
        };
    }

    private DriftMarket market(String symbol) {
        DriftMarket market = markets.get(symbol);
        if (market == null) {
            throw new BadRequest(NOT_FOUND);
        }
        return market;
    }

    private String stats() {
        Stream<String> rows = Stream.of(
                        markets.values().stream().map(this::perpetual),
                        Stream.of(row("USDT", 0, "spot", "USDT", 6).end()))
                .flatMap(row -> row);
        return Json.object()
                .flag("success", true)
                .raw("markets", Json.array(rows))
                .end();
    }

    private String perpetual(DriftMarket market) {
        Mark mark = market.listed().marks().at(now());
        BigDecimal longs = market.listed()
                .spec()
                .size()
                .exact(market.listed().marks().state().openInterest());
        // Percent of an hour, as the holder feels it.
        BigDecimal felt = BigDecimal.valueOf(mark.rate(), 8)
                .movePointLeft(1)
                .movePointRight(2)
                .negate();
        return row(
                        market.symbol(),
                        market.index(),
                        "perp",
                        market.listed().spec().base(),
                        9)
                .text("oraclePrice", DriftText.text(BigDecimal.valueOf(mark.index(), 8), 6))
                .text("markPrice", DriftText.text(BigDecimal.valueOf(mark.mark(), 8), 6))
                .text("baseVolume", "389070.700000")
                .text("quoteVolume", "32153510.020148")
                .raw(
                        "openInterest",
                        Json.object()
                                .text("long", DriftMarket.plain(longs))
                                .text(
                                        "short",
                                        DriftMarket.plain(longs.multiply(SHORTS).negate()))
                                .end())
                .raw(
                        "fundingRate",
                        Json.object()
                                .text("long", DriftText.text(felt, 6))
                                .text("short", DriftText.text(felt.negate(), 6))
                                .end())
                .text("fundingRate24h", "-0.001100")
                .number("fundingRateUpdateTs", now() / 1_000 / 3_600 * 3_600 + 6)
                .text("price", DriftText.text(BigDecimal.valueOf(mark.mark(), 8), 6))
                .text("priceChange24h", "-3.054300")
                .text("priceChange24hPercent", "-3.60")
                .end();
    }

    private static Json row(String symbol, int index, String type, String base, int precision) {
        return Json.object()
                .text("symbol", symbol)
                .number("marketIndex", index)
                .text("marketType", type)
                .text("baseAsset", base)
                .text("quoteAsset", "USDT")
                .text("status", "active")
                .number("precision", precision);
    }

    private String loans() {
        long hour = now() / 3_600_000 * 3_600;
        return "{\"success\":true,\"rates\":[[" + (hour - 3_600) + ",\"0.051200\"],[" + hour + ",\"0.052300\"]]}";
    }

    @Override
    public RestAnswer failure(int status, long retryAfter) {
        RestAnswer answer = RestAnswer.of(
                status,
                status == 403 ? "{\"message\":\"Forbidden\"}" : "{\"message\":\"Service says " + status + "\"}");
        return status == 429 ? answer.header("Retry-After", retryAfter) : answer;
    }

    @Override
    protected String unknownEvent(long time) {
        return "{\"type\":\"something_new\",\"ts\":" + time + "}";
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new DriftSession(this, connection);
    }
}
