package io.tapeline.emulator.coinbase;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** The emulated host of Coinbase Exchange. */
public final class CoinbaseEmulation implements EmulatedVenueFactory {
    static final String PREFIX = "coinbase";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(PREFIX, CoinbaseVenue::new);
    }
}
