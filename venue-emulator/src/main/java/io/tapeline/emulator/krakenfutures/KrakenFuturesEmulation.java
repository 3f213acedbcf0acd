package io.tapeline.emulator.krakenfutures;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** The emulated host of Kraken Futures. */
public final class KrakenFuturesEmulation implements EmulatedVenueFactory {
    static final String PREFIX = "kraken-futures";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(PREFIX, KrakenFuturesVenue::new);
    }
}
