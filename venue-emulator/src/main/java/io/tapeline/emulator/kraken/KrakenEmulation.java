package io.tapeline.emulator.kraken;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** The emulated host of Kraken's spot exchange. */
public final class KrakenEmulation implements EmulatedVenueFactory {
    static final String PREFIX = "kraken";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(PREFIX, KrakenVenue::new);
    }
}
