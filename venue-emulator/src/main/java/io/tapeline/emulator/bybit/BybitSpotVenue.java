package io.tapeline.emulator.bybit;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;

/** A pair against USDT for each asset, spelled like the perpetual. */
final class BybitSpotVenue extends BybitVenue {
    private final BybitRest rest;

    BybitSpotVenue(VenueContext context) {
        super(context, BybitCategory.SPOT);
        for (String asset : assets()) {
            BybitGrids grids = BybitGrids.spot(asset);
            list(
                    Contract.spot(asset + "USDT", asset, "USDT", grids.price(), grids.size()),
                    listed -> new BybitSpotStreams(hub(), listed));
        }
        rest = new BybitSpotRest(this);
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return rest.answer(request);
    }
}
