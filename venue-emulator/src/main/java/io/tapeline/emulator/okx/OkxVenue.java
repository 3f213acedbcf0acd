package io.tapeline.emulator.okx;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** OKX with five contracts an asset; options are not served. */
final class OkxVenue extends EmulatedExchange {
    /** A connection on which the client says nothing for 30 s is closed. */
    private static final WireLimits LIMITS = WireLimits.wide().withSilence(Duration.ofSeconds(30));

    private final Map<String, OkxTerms> terms = new HashMap<>();
    private final OkxRest rest;

    OkxVenue(VenueContext context) {
        super(context, OkxEmulation.PREFIX, LIMITS);
        for (String type : new String[] {"SWAP", "FUTURES"}) {
            hub().channel(OkxStreams.PUBLIC, "liquidation-orders:" + type);
        }
        for (String asset : assets()) {
            new OkxContracts(asset).all(started()).forEach((contract, own) -> {
                terms.put(contract.symbol(), own);
                list(contract, listed -> new OkxStreams(hub(), listed, own));
            });
        }
        rest = new OkxRest(this);
    }

    OkxTerms terms(String symbol) {
        return Objects.requireNonNull(terms.get(symbol));
    }

    @Override
    protected String unknownEvent(long time) {
        return "{\"arg\":{\"channel\":\"something-new\",\"instId\":\"BTC-USDT\"},\"data\":[{\"ts\":\"" + time + "\"}]}";
    }

    @Override
    protected Optional<RestAnswer> overLimit(RestRequest request) {
        return rest.overLimit(request);
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return rest.answer(request);
    }

    /** No header says when to come back. */
    @Override
    public RestAnswer failure(int status, long retryAfter) {
        return switch (status) {
            case 429 -> OkxRest.error(status, "50011", "Too Many Requests");
            case 403, 451 ->
                RestAnswer.of(status, "<html><head><title>Access denied</title></head></html>")
                        .header("Content-Type", "text/html");
            default -> OkxRest.error(status, "50001", "Service temporarily unavailable. Please try again later.");
        };
    }

    @Override
    public String symbolOf(RestRequest request) {
        return request.parameter("instId").orElse("");
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new OkxSession(this, connection);
    }
}
