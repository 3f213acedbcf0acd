package io.tapeline.emulator.bybit;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** The emulated hosts of Bybit: one for each category. */
public final class BybitEmulation implements EmulatedVenueFactory {
    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(
                BybitCategory.LINEAR.prefix(), BybitLinearVenue::new,
                BybitCategory.SPOT.prefix(), BybitSpotVenue::new);
    }
}
