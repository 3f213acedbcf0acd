package io.tapeline.emulator.dydx;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** dYdX v4. */
public final class DydxEmulation implements EmulatedVenueFactory {
    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(DydxVenue.PREFIX, DydxVenue::new);
    }
}
