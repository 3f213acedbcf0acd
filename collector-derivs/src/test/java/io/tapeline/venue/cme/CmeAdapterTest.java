package io.tapeline.venue.cme;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;

class CmeAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = CmeTests.venue();

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return CmePayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return CmeTests.contracts();
    }

    @Override
    protected String acknowledgement() {
        return "{}";
    }

    @Override
    protected String rejection() {
        return "{}";
    }

    @Override
    protected String unknown() {
        return "{}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.empty();
    }

    @Override
    protected String channel(VenueStream stream) {
        return stream.name();
    }

    @Override
    protected String channel(RestCall call) {
        return switch (call.uri().getScheme()) {
            case "data" -> "contracts by rule";
            case "file" -> "folder listing";
            default -> call.uri().getPath();
        };
    }

    @Override
    protected int streamsPerMessage() {
        return 1;
    }
}
