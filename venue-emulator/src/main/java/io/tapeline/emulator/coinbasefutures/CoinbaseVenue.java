package io.tapeline.emulator.coinbasefutures;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.kit.RequestLimit;
import io.tapeline.emulator.server.FailureAnswers;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import io.tapeline.emulator.stream.StreamChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A perpetual for each asset that the exchange lists, and for the two largest a dated future. */
final class CoinbaseVenue extends EmulatedExchange {
    private static final int DATED = 2;
    private static final RestAnswer TOO_MANY =
            RestAnswer.of(429, "{\"errors\":[{\"id\":\"rate_limit_exceeded\",\"message\":\"Too many requests\"}]}");

    private final RequestLimit requests = new RequestLimit(10, Duration.ofSeconds(1), wait -> TOO_MANY);
    private final CoinbaseRest rest;
    private final StreamChannel heartbeats;

    CoinbaseVenue(VenueContext context) {
        super(context, CoinbaseFuturesEmulation.PREFIX, WireLimits.wide().withMessages(8));
        List<CoinbaseContracts> listed = assets().stream()
                .flatMap(asset -> CoinbaseContracts.of(asset).stream())
                .toList();
        listed.forEach(contracts -> list(contracts.perpetual(), this::streams));
        listed.stream().limit(DATED).forEach(contracts -> list(contracts.future(started()), this::streams));
        heartbeats = hub().channel("", CoinbaseSession.HEARTBEATS);
        rest = new CoinbaseRest(this);
    }

    private CoinbaseStreams streams(ListedContract listed) {
        return new CoinbaseStreams(hub(), listed, started());
    }

    /** The time is spelled as Go prints it. */
    @Override
    protected void second(long time) {
        if (heartbeats.wanted()) {
            long counter = (time - started()) / 1_000;
            String spelled = CoinbaseText.time(time).replace('T', ' ').replace("Z", "") + " +0000 UTC m=+" + counter;
            heartbeats.publish(CoinbaseText.message(
                    CoinbaseSession.HEARTBEATS,
                    time,
                    Json.object()
                            .text("current_time", spelled)
                            .number("heartbeat_counter", counter)
                            .end()));
        }
    }

    @Override
    protected String unknownEvent(long time) {
        return CoinbaseText.message("gossip", time, "{}");
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
        return status == 429 ? TOO_MANY : FailureAnswers.usual(status, retryAfter);
    }

    @Override
    public String symbolOf(RestRequest request) {
        String[] parts = request.path().split("/", -1);
        return parts.length > 2 && request.path().contains("/products/") ? parts[parts.length - 2] : "";
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new CoinbaseSession(this, connection);
    }
}
