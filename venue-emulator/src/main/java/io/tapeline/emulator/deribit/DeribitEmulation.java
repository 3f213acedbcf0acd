package io.tapeline.emulator.deribit;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** The virtual host {@code deribit}; below its path {@code /history} it is the host of old trades. */
public final class DeribitEmulation implements EmulatedVenueFactory {
    static final String PREFIX = "deribit";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(PREFIX, DeribitHost::new);
    }
}
