package io.tapeline.emulator.hyperliquid;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.kit.RequestLimit;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A perpetual of every asset; of the largest also a spot pair and a perpetual of a builder. Sizes are base units. */
final class HyperliquidVenue extends EmulatedExchange {
    static final String PREFIX = "hyperliquid";

    /** The server closes what has been quiet for a minute; a ping of the client keeps it open. */
    private static final WireLimits LIMITS =
            WireLimits.wide().withMessages(2_000 / 60).withStreams(1_000).withSilence(Duration.ofSeconds(60));

    private static final int WEIGHT = 20;

    private final HyperliquidInfo info = new HyperliquidInfo(this);
    private final RequestLimit weight =
            new RequestLimit(1_200, Duration.ofMinutes(1), wait -> failure(429, Math.ceilDiv(wait, 1_000)));

    HyperliquidVenue(VenueContext context) {
        super(context, PREFIX, LIMITS);
        for (String asset : assets()) {
            list(perpetual(asset, asset), this::streams);
        }
        String largest = assets().getFirst();
        list(perpetual(Coin.BUILDER + ":" + largest, largest).settledIn("USDE"), this::streams);
        list(Contract.spot("@" + Coin.FIRST_PAIR, largest, "USDC", prices(largest), sizes(largest)), this::streams);
    }

    private Contract perpetual(String coin, String asset) {
        return Contract.perpetual(coin, asset, "USD", prices(asset), sizes(asset), 1)
                .settledIn("USDC");
    }

    private Grid prices(String asset) {
        return new Grid(asset.equals(assets().getFirst()) ? 1 : 3, 1);
    }

    private Grid sizes(String asset) {
        return new Grid(asset.equals(assets().getFirst()) ? 5 : 3, 1);
    }

    private HyperliquidStreams streams(ListedContract listed) {
        return new HyperliquidStreams(hub(), listed, started());
    }

    @Override
    protected Optional<RestAnswer> overLimit(RestRequest request) {
        return weight.charge(WEIGHT, now());
    }

    /** No word of how long to wait. */
    @Override
    public RestAnswer failure(int status, long retryAfter) {
        return RestAnswer.of(status, "null");
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return request.method().equals("POST") && request.path().equals("/info")
                ? info.answer(request.body())
                : RestAnswer.of(404, "null");
    }

    /** What the venue asks for on other venues. */
    List<String> others() {
        return List.of("BinPerp", "BybitPerp");
    }

    @Override
    protected String unknownEvent(long time) {
        return "{\"channel\":\"news\",\"data\":{\"time\":" + time + "}}";
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new HyperliquidSession(this, connection);
    }
}
