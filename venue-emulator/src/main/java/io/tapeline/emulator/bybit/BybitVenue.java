package io.tapeline.emulator.bybit;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.kit.RequestLimit;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.time.Duration;
import java.util.Optional;

/** A perpetual for each asset, and for the two largest a dated future. */
final class BybitVenue extends EmulatedExchange {
    static final String STREAM = "/v5/public/linear";
    private static final int DATED = 2;
    private static final int FUNDING_HOURS = 8;

    private final RequestLimit requests;
    private final BybitRest rest;

    BybitVenue(VenueContext context) {
        super(context, BybitEmulation.LINEAR, WireLimits.wide().withSilence(Duration.ofMinutes(10)));
        long expiry = BybitDates.nextQuarter(started());
        for (String asset : assets()) {
            BybitGrids grids = BybitGrids.of(asset);
            list(
                    Contract.perpetual(asset + "USDT", asset, "USDT", grids.price(), grids.size(), FUNDING_HOURS),
                    this::streams);
        }
        for (String asset : assets().stream().limit(DATED).toList()) {
            BybitGrids grids = BybitGrids.of(asset);
            list(
                    Contract.future(
                            asset + "USDT-" + BybitDates.text(expiry),
                            asset,
                            "USDT",
                            grids.price(),
                            grids.size(),
                            expiry),
                    this::streams);
        }
        requests = new RequestLimit(600, Duration.ofSeconds(5), wait -> BybitErrors.tooFrequent(now()));
        rest = new BybitRest(this);
    }

    private BybitStreams streams(ListedContract listed) {
        return new BybitStreams(hub(), listed);
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
        return BybitErrors.ordered(status, now());
    }

    @Override
    public Optional<RestAnswer> refuses(String path) {
        return path.equals(STREAM) ? super.refuses(path) : Optional.of(RestAnswer.of(404, ""));
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
