package io.tapeline.emulator.bybit;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;

/** A perpetual for each asset, and for the two largest a dated future. */
final class BybitLinearVenue extends BybitVenue {
    private static final int DATED = 2;
    private static final int FUNDING_HOURS = 8;

    private final BybitRest rest;

    BybitLinearVenue(VenueContext context) {
        super(context, BybitCategory.LINEAR);
        long expiry = BybitDates.nextQuarter(started());
        for (String asset : assets()) {
            BybitGrids grids = BybitGrids.linear(asset);
            list(
                    Contract.perpetual(asset + "USDT", asset, "USDT", grids.price(), grids.size(), FUNDING_HOURS),
                    this::streams);
        }
        for (String asset : assets().stream().limit(DATED).toList()) {
            BybitGrids grids = BybitGrids.linear(asset);
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
        rest = new BybitLinearRest(this);
    }

    private BybitStreams streams(ListedContract listed) {
        return new BybitLinearStreams(hub(), listed);
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return rest.answer(request);
    }
}
