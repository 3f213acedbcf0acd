package io.tapeline.emulator.gmx;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** GMX on one chain. */
public final class GmxEmulation implements EmulatedVenueFactory {
    static final String PREFIX = "gmx";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(PREFIX, GmxVenue::new);
    }
}
