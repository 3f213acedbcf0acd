package io.tapeline.emulator.drift;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** Velocity. */
public final class DriftEmulation implements EmulatedVenueFactory {
    static final String PREFIX = "drift";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(PREFIX, DriftVenue::new);
    }
}
