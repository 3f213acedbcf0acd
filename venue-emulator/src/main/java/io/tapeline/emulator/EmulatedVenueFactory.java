package io.tapeline.emulator;

import java.util.Map;
import java.util.function.Function;

/**
 * Says which virtual hosts a venue has. Found by {@link java.util.ServiceLoader}: a venue adds the name of its own factory
 * as one line to {@code META-INF/services/io.tapeline.emulator.EmulatedVenueFactory}.
 */
public interface EmulatedVenueFactory {
    /** By prefix, what makes it. */
    Map<String, Function<VenueContext, EmulatedVenue>> hosts();
}
