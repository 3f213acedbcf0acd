package io.tapeline.emulator.upbit;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** Upbit. */
public final class UpbitEmulation implements EmulatedVenueFactory {
    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(UpbitVenue.PREFIX, UpbitVenue::new);
    }
}
