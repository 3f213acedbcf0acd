package io.tapeline.emulator.binance;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Binance: {@code binance-spot} and {@code binance-usdm}, each from the market or from a recording. */
public final class BinanceEmulation implements EmulatedVenueFactory {
    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(
                Dialect.SPOT.prefix(), context -> of(context, Dialect.SPOT, SpotVenue::new),
                Dialect.USDM.prefix(), context -> of(context, Dialect.USDM, UsdmVenue::new));
    }

    private static EmulatedVenue of(
            VenueContext context, Dialect dialect, Function<VenueContext, EmulatedVenue> market) {
        Path recording = context.settings().recordings().get(dialect.prefix());
        return recording == null ? market.apply(context) : new RecordedVenue(context, dialect, recording);
    }
}
