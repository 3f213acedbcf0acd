package io.tapeline.emulator.dydx;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.RequestLimit;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Perpetuals quoted in USD and settled in USDC, funded every hour; sizes are base units. */
final class DydxVenue extends EmulatedExchange {
    static final String PREFIX = "dydx";

    /** A ping every 30 s, answered within 10; 32 subscriptions of each of four channels. */
    private static final WireLimits LIMITS =
            WireLimits.wide().withStreams(4 * 32).withPings(Duration.ofSeconds(30), Duration.ofSeconds(10));

    private static final Grid LARGE_PRICES = new Grid(0, 1);
    private static final Grid SMALL_PRICES = new Grid(3, 1);
    private static final int LARGEST = 1;

    private final Map<String, DydxStreams> streams = new LinkedHashMap<>();
    private final DydxMarkets markets;
    private final DydxRest rest;
    private final RequestLimit requests =
            new RequestLimit(100, Duration.ofSeconds(10), wait -> failure(429, Math.ceilDiv(wait, 1_000)));

    DydxVenue(VenueContext context) {
        super(context, PREFIX, LIMITS);
        for (String asset : assets()) {
            boolean large = assets().indexOf(asset) < LARGEST;
            Contract contract = Contract.perpetual(
                            asset + "-USD",
                            asset,
                            "USD",
                            large ? LARGE_PRICES : SMALL_PRICES,
                            large ? new Grid(4, 1) : new Grid(3, 1),
                            1)
                    .settledIn("USDC");
            list(contract, listed -> {
                DydxStreams own = new DydxStreams(hub(), listed, started());
                streams.put(listed.symbol(), own);
                return own;
            });
        }
        markets = new DydxMarkets(this);
        rest = new DydxRest(this, markets, streams);
    }

    @Override
    protected void second(long time) {
        markets.second(time);
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return rest.answer(request).header("RateLimit-Limit", 100).header("RateLimit-Remaining", requests.left());
    }

    @Override
    protected Optional<RestAnswer> overLimit(RestRequest request) {
        return requests.charge(1, now());
    }

    /** {@code Retry-After} counts milliseconds. */
    @Override
    public RestAnswer failure(int status, long retryAfter) {
        String message = status == 429 ? "Too many requests" : "Internal server error";
        RestAnswer answer = DydxRest.error(status, message);
        return status == 429 ? answer.header("Retry-After", retryAfter * 1_000) : answer;
    }

    @Override
    protected String unknownEvent(long time) {
        return "{\"type\":\"channel_data\",\"channel\":\"v4_news\",\"version\":\"1.0.0\",\"contents\":{}}";
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new DydxSession(this, connection);
    }
}
