package io.tapeline.emulator.okx;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** The virtual host {@code okx}. */
public final class OkxEmulation implements EmulatedVenueFactory {
    static final String PREFIX = "okx";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(PREFIX, OkxVenue::new);
    }
}
