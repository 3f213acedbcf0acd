package io.tapeline.emulator.cme;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** The site, DataMine and a spot market of CME's coins under one prefix. */
public final class CmeEmulation implements EmulatedVenueFactory {
    static final String PREFIX = "cme";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(PREFIX, CmeVenue::new);
    }
}
