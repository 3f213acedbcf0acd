package io.tapeline.emulator.hyperliquid;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** Hyperliquid. */
public final class HyperliquidEmulation implements EmulatedVenueFactory {
    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(HyperliquidVenue.PREFIX, HyperliquidVenue::new);
    }
}
