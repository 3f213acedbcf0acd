package io.tapeline.venue.dydx;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;

class DydxAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = new DydxVenue(DydxSettings.defaults());

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return DydxPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return DydxInstruments.some();
    }

    @Override
    protected String acknowledgement() {
        return DydxPayloads.frame("unsubscribed", "v4_trades", "BTC-USD", 7, "{}");
    }

    @Override
    protected String rejection() {
        return "{\"type\":\"error\",\"message\":\"Invalid channel: v4_news\",\"connection_id\":\"2ddf\",\"message_id\":4}";
    }

    @Override
    protected String unknown() {
        return DydxPayloads.frame("channel_data", "v4_news", "BTC-USD", 7, "{}");
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                DydxPayloads.FIRST,
                DydxPayloads.SNAPSHOT,
                DydxPayloads.FIRST,
                DydxPayloads.SECOND,
                DydxPayloads.SECOND));
    }

    /** The venue numbers frames, not the changes of a book. */
    @Override
    protected boolean holesShow() {
        return false;
    }

    @Override
    protected String channel(VenueStream stream) {
        return stream.name().split(":")[0];
    }

    @Override
    protected String channel(RestCall call) {
        return call.uri().getPath().replaceFirst("/[^/]+-USD$", "/{ticker}");
    }

    @Override
    protected int streamsPerMessage() {
        return 1;
    }

    @Override
    protected int timesNamed(String text, VenueStream stream) {
        String[] parts = stream.name().split(":", 2);
        boolean named = text.contains("\"channel\":\"" + parts[0] + "\"")
                && (parts.length == 1 || text.contains("\"id\":\"" + parts[1] + "\""));
        return named ? 1 : 0;
    }
}
