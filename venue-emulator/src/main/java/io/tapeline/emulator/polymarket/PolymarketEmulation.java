package io.tapeline.emulator.polymarket;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** Polymarket: Gamma, the CLOB and the data API as one host. */
public final class PolymarketEmulation implements EmulatedVenueFactory {
    static final String PREFIX = "polymarket";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(PREFIX, PolymarketVenue::new);
    }
}
