package io.tapeline.emulator;

import java.util.List;

/** Makes the virtual hosts of a venue. Found by {@link java.util.ServiceLoader}; adding a venue edits nothing else. */
public interface EmulatedVenueFactory {
    List<EmulatedVenue> create(VenueContext context);
}
