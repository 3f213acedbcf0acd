package io.tapeline.emulator.gmx;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.AssetFacts;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One pool with USDC for each asset; what the pages list beside them is listed too, and not traded. */
final class GmxVenue extends EmulatedExchange {
    private static final String SWAPS_ONLY = """
            {"name":"SWAP-ONLY [USDC-USDT]","marketToken":"0xB686BcB112660343E6d15BDb65297e110C8311c4",\
            "indexToken":"0x0000000000000000000000000000000000000000",\
            "longToken":"0xaf88d065e77c8cC2239327C5EDb3A432268e5831",\
            "shortToken":"0xFd086bC7CD5C481DCC9C85ebE478A1C0b69FCbb9","isListed":true,\
            "listingDate":"2023-08-08T00:00:00.000Z"}""";

    private final List<GmxPool> pools = new ArrayList<>();
    private final GmxSearch search = new GmxSearch(pools);
    private final GmxPages pages = new GmxPages(pools);

    GmxVenue(VenueContext context) {
        super(context, GmxEmulation.PREFIX, WireLimits.wide());
        for (String asset : assets()) {
            list(GmxPool.contract(asset, AssetFacts.of(asset).price()), listed -> {
                GmxPool pool = new GmxPool(GmxToken.of(asset), listed);
                pools.add(pool);
                return pool;
            });
        }
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        long now = now();
        return switch (request.path()) {
            case "/ping" -> RestAnswer.ok("{\"ok\":true}");
            case "/tokens" ->
                RestAnswer.ok(Json.object().raw("tokens", tokens()).end());
            case "/markets" ->
                RestAnswer.ok(Json.object().raw("markets", markets()).end());
            case "/markets/info" ->
                RestAnswer.ok(Json.object()
                        .raw("markets", Json.array(pools.stream().map(pool -> GmxStates.keeper(pool, now))))
                        .end());
            case "/prices/tickers" -> RestAnswer.ok(pages.prices(now));
            case "/prices/candles" -> RestAnswer.ok(pages.candles(request, now));
            case "/v1/markets/tickers" ->
                RestAnswer.ok(Json.array(pools.stream().map(pool -> GmxStates.ticker(pool, now))));
            case "/v1/trades/search" -> search.answer(request.body());
            case "/api/graphql" -> RestAnswer.ok(pages.snapshots(request.body()));
            default -> throw new BadRequest(error(404, "NOT_FOUND", "Cannot GET " + request.path()));
        };
    }

    private String tokens() {
        Set<GmxToken> tokens = new LinkedHashSet<>();
        pools.forEach(pool -> tokens.add(pool.token()));
        tokens.add(GmxToken.WBTC);
        tokens.add(GmxToken.USDC);
        return Json.array(tokens.stream().map(GmxToken::listing));
    }

    private String markets() {
        return Json.array(Stream.concat(
                Stream.of(SWAPS_ONLY),
                pools.stream().map(pool -> pool.row(row -> row.text("listingDate", "2023-08-08T00:00:00.000Z")))));
    }

    static RestAnswer error(int status, String code, String message) {
        return RestAnswer.of(
                status,
                Json.object()
                        .text("code", code)
                        .raw("message", Json.escaped(message))
                        .text("traceId", GmxToken.hash(message).substring(2, 34))
                        .end());
    }

    @Override
    public RestAnswer failure(int status, long retryAfter) {
        RestAnswer answer = error(status, "ERROR_" + status, status == 429 ? "Too many requests" : "Not served");
        return status == 429 ? answer.header("Retry-After", retryAfter) : answer;
    }

    @Override
    public Optional<RestAnswer> refuses(String path) {
        return Optional.of(error(404, "NOT_FOUND", "There is no stream"));
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        throw new IllegalStateException("every handshake is refused");
    }
}
