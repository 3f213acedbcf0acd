package io.tapeline.venue.gmx;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePollingCompatibilityKit;
import io.tapeline.venue.testing.EmulatedHost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class GmxPollingTest extends VenuePollingCompatibilityKit {
    private String root;

    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start(
                "gmx",
                (rest, stream) -> {
                    root = rest;
                    return venue(List.of(rest));
                },
                false);
    }

    @Override
    protected Optional<Venue> firstHostDown(EmulatedFeed emulatedVenue) {
        return Optional.of(venue(List.of(NOBODY, root)));
    }

    private Venue venue(List<String> hosts) {
        return new GmxVenue(new GmxSettings(
                hosts,
                hosts,
                root,
                Duration.ofMillis(700),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                Duration.ofSeconds(5),
                List.of("1m"),
                Duration.ofSeconds(5)));
    }
}
