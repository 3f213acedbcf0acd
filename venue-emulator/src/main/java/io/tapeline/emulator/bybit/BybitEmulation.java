package io.tapeline.emulator.bybit;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** The emulated hosts of Bybit. */
public final class BybitEmulation implements EmulatedVenueFactory {
    static final String LINEAR = "bybit-linear";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(LINEAR, BybitVenue::new);
    }
}
