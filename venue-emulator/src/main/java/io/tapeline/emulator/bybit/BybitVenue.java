package io.tapeline.emulator.bybit;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.RequestLimit;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.time.Duration;
import java.util.Optional;

/** The host of a category; all of them have the same protocol, envelope and limits. */
abstract class BybitVenue extends EmulatedExchange {
    private final BybitCategory category;
    private final RequestLimit requests =
            new RequestLimit(600, Duration.ofSeconds(5), wait -> BybitErrors.tooFrequent(now()));

    BybitVenue(VenueContext context, BybitCategory category) {
        super(context, category.prefix(), WireLimits.wide().withSilence(Duration.ofMinutes(10)));
        this.category = category;
    }

    BybitCategory category() {
        return category;
    }

    @Override
    protected Optional<RestAnswer> overLimit(RestRequest request) {
        return requests.charge(1, now());
    }

    @Override
    public RestAnswer failure(int status, long retryAfter) {
        return BybitErrors.ordered(status, now());
    }

    @Override
    public Optional<RestAnswer> refuses(String path) {
        return path.equals(category.stream()) ? super.refuses(path) : Optional.of(RestAnswer.of(404, ""));
    }

    @Override
    protected String unknownEvent(long time) {
        return "{\"topic\":\"gossip.BTCUSDT\",\"type\":\"snapshot\",\"ts\":" + time + ",\"data\":[1,{\"y\":null}]}";
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new BybitSession(this, connection);
    }
}
