package io.tapeline.emulator.coinbase;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.RequestLimit;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.server.FailureAnswers;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each asset against the dollar. */
final class CoinbaseVenue extends EmulatedExchange {
    private static final RestAnswer TOO_MANY = RestAnswer.of(429, CoinbaseText.complaint("Public rate limit exceeded"));

    private static final Grid SATOSHI = new Grid(8, 1);
    private static final Grid CENT = new Grid(2, 1);

    /** Price grids that are not cents. */
    private static final Map<String, Grid> PRICES = Map.of(
            "XRP", new Grid(4, 1),
            "ADA", new Grid(4, 1),
            "UNI", new Grid(3, 1),
            "CRV", new Grid(4, 1),
            "OP", new Grid(3, 1),
            "ARB", new Grid(4, 1),
            "DOGE", new Grid(5, 1),
            "GALA", new Grid(5, 1),
            "IMX", new Grid(4, 1));

    /** Ten a second; fifteen at once to who was quiet before. */
    private final RequestLimit requests = new RequestLimit(15, Duration.ofSeconds(1), wait -> TOO_MANY);

    private final List<CoinbaseStreams> streams = new ArrayList<>();
    private final CoinbaseRest rest = new CoinbaseRest(this);

    CoinbaseVenue(VenueContext context) {
        super(context, CoinbaseEmulation.PREFIX, WireLimits.wide().withMessages(100));
        for (String asset : assets()) {
            Contract pair = Contract.spot(asset + "-USD", asset, "USD", PRICES.getOrDefault(asset, CENT), SATOSHI);
            list(pair, listed -> {
                CoinbaseStreams own = new CoinbaseStreams(hub(), listed);
                streams.add(own);
                return own;
            });
        }
    }

    @Override
    protected void second(long time) {
        streams.forEach(one -> one.heartbeat(time));
    }

    @Override
    protected String unknownEvent(long time) {
        return "{\"type\":\"gossip\",\"time\":\"" + CoinbaseText.time(time) + "\"}";
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return rest.answer(request);
    }

    @Override
    protected Optional<RestAnswer> overLimit(RestRequest request) {
        return requests.charge(1, now());
    }

    @Override
    public RestAnswer failure(int status, long retryAfter) {
        return switch (status) {
            case 429 -> TOO_MANY;
            case 403 -> FailureAnswers.usual(status, retryAfter);
            default -> RestAnswer.of(status, CoinbaseText.complaint("Internal server error"));
        };
    }

    @Override
    public String symbolOf(RestRequest request) {
        String[] parts = request.path().split("/", -1);
        return parts.length > 2 && parts[1].equals("products") ? parts[2] : "";
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new CoinbaseSession(this, connection);
    }
}
