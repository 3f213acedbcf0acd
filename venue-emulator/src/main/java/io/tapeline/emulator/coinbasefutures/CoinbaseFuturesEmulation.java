package io.tapeline.emulator.coinbasefutures;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** The emulated host of Coinbase Derivatives. */
public final class CoinbaseFuturesEmulation implements EmulatedVenueFactory {
    static final String PREFIX = "coinbase-futures";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(PREFIX, CoinbaseVenue::new);
    }
}
