package io.tapeline.emulator.htx;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** The emulated hosts of HTX. */
public final class HtxEmulation implements EmulatedVenueFactory {
    static final String SWAP = "htx-swap";
    static final String SPOT = "htx";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(SWAP, HtxSwapVenue::new, SPOT, HtxSpotVenue::new);
    }
}
