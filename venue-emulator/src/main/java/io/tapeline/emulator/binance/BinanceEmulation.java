package io.tapeline.emulator.binance;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Binance: {@code binance-spot} and {@code binance-usdm}, each from the market or from a recording. */
public final class BinanceEmulation implements EmulatedVenueFactory {
    @Override
    public List<EmulatedVenue> create(VenueContext context) {
        return List.of(
                of(context, Dialect.SPOT, () -> new SpotVenue(context)),
                of(context, Dialect.USDM, () -> new UsdmVenue(context)));
    }

    private static EmulatedVenue of(VenueContext context, Dialect dialect, Supplier<EmulatedVenue> market) {
        Path recording = context.settings().recordings().get(dialect.prefix());
        return recording == null ? market.get() : new RecordedVenue(context, dialect, recording);
    }
}
