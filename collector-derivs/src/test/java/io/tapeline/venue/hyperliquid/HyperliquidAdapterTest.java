package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;

class HyperliquidAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = new HyperliquidVenue(HyperliquidSettings.defaults());

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return HyperliquidPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return HyperliquidInstruments.some();
    }

    @Override
    protected String acknowledgement() {
        return "{\"channel\":\"subscriptionResponse\",\"data\":{\"method\":\"subscribe\",\"subscription\":"
                + "{\"type\":\"l2Book\",\"coin\":\"BTC\",\"nSigFigs\":null,\"mantissa\":null}}}";
    }

    @Override
    protected String rejection() {
        return "{\"channel\":\"error\",\"data\":\"Invalid subscription {\\\"type\\\":\\\"trades\\\",\\\"coin\\\":\\\"NOPE\\\"}\"}";
    }

    @Override
    protected String unknown() {
        return "{\"channel\":\"news\",\"data\":{}}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                HyperliquidPayloads.SNAPSHOT,
                HyperliquidPayloads.SNAPSHOT,
                HyperliquidPayloads.NEXT,
                HyperliquidPayloads.NEXT,
                HyperliquidPayloads.NEXT));
    }

    /** Every message is a whole book. */
    @Override
    protected boolean holesShow() {
        return false;
    }

    @Override
    protected String channel(VenueStream stream) {
        return stream.name().split(" ")[0];
    }

    @Override
    protected String channel(RestCall call) {
        return "/info " + RequestAddress.of(call.uri().toString()).parameter("type");
    }

    @Override
    protected int streamsPerMessage() {
        return 1;
    }

    @Override
    protected int timesNamed(String text, VenueStream stream) {
        String[] parts = stream.name().split(" ");
        boolean named = text.contains("\"type\":\"" + parts[0] + "\"")
                && text.contains("\"coin\":\"" + parts[1] + "\"")
                && (parts.length == 2 || text.contains("\"interval\":\"" + parts[2] + "\""));
        return named ? 1 : 0;
    }
}
