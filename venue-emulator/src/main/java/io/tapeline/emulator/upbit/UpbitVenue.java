package io.tapeline.emulator.upbit;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.time.Duration;
import java.util.Optional;

/** The Korean site. Sizes are base units. */
final class UpbitVenue extends EmulatedExchange {
    static final String PREFIX = "upbit";

    /** The server closes what has been quiet for a minute; a ping of the client keeps it open. */
    private static final WireLimits LIMITS = WireLimits.wide().withMessages(5).withSilence(Duration.ofSeconds(60));

    /** Yesterday's close belongs to every trade. */
    private static final int LEAST_DAYS = 2;

    private final UpbitRest rest = new UpbitRest(this);

    UpbitVenue(VenueContext context) {
        super(context, PREFIX, LIMITS, LEAST_DAYS);
        UpbitMarket.of(assets())
                .forEach(contract -> list(contract, listed -> new UpbitStreams(hub(), listed, started())));
    }

    @Override
    protected Optional<RestAnswer> overLimit(RestRequest request) {
        return rest.overLimit(request);
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return rest.answer(request);
    }

    /** No header says when to come back; of a ban the body does. */
    @Override
    public RestAnswer failure(int status, long retryAfter) {
        return switch (status) {
            case 418 -> UpbitRest.error(status, "Too many API requests. Blocked for " + retryAfter + " seconds.");
            case 429 -> UpbitRest.error(status, "Too many API requests.");
            default -> UpbitRest.error(status, "Not available.");
        };
    }

    @Override
    public String symbolOf(RestRequest request) {
        return request.parameter("market").orElse("");
    }

    @Override
    protected String unknownEvent(long time) {
        return "{\"type\":\"gossip\",\"code\":\"KRW-BTC\",\"timestamp\":" + time + "}";
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new UpbitSession(this, connection);
    }
}
