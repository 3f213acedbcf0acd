package io.tapeline.venue.cme;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePollingCompatibilityKit;
import io.tapeline.model.event.Kind;
import io.tapeline.venue.testing.EmulatedHost;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class CmePollingTest extends VenuePollingCompatibilityKit {
    @Override
    protected EmulatedFeed emulate() {
        return EmulatedHost.start("cme", (rest, stream) -> new CmeVenue(pages(rest)), false);
    }

    static CmeSettings pages(String root) {
        return on(root, new CmeSettings.DataMine(root, "", ""), "", true);
    }

    static CmeSettings on(String root, CmeSettings.DataMine datamine, String folder, boolean publicPages) {
        return new CmeSettings(
                datamine,
                folder,
                Duration.ofMillis(500),
                publicPages,
                root,
                Map.of(),
                root + "/spot/products/{base}-USD/candles?granularity=60&start={start}&end={end}",
                List.of(LocalTime.of(9, 0)),
                Duration.ofSeconds(1),
                60_000,
                Duration.ofSeconds(1));
    }

    /** Figures of a day stay what they are. */
    @Override
    protected Set<Kind> toldWhenChanged() {
        return Set.of(Kind.INSTRUMENT, Kind.SETTLEMENT, Kind.OPEN_INTEREST);
    }

    @Override
    protected Optional<Venue> firstHostDown(EmulatedFeed emulatedVenue) {
        return Optional.empty();
    }
}
