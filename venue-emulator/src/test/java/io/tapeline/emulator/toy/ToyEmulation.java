package io.tapeline.emulator.toy;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatedVenueFactory;
import io.tapeline.emulator.VenueContext;
import java.util.Map;
import java.util.function.Function;

/** A venue that exists nowhere and uses every part of the kit: as text, as GZIP, and with numbered frames. */
public final class ToyEmulation implements EmulatedVenueFactory {
    public static final String TEXT = "toy";
    public static final String GZIP = "toy-gzip";
    public static final String NUMBERED = "toy-numbered";

    @Override
    public Map<String, Function<VenueContext, EmulatedVenue>> hosts() {
        return Map.of(
                TEXT, context -> new ToyVenue(context, TEXT),
                GZIP, context -> new ToyVenue(context, GZIP),
                NUMBERED, context -> new ToyVenue(context, NUMBERED));
    }
}
