package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;

class BybitSpotAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = new BybitSpotVenue(BybitSpotSettings.defaults());

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return BybitSpotPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return BybitPairs.many();
    }

    @Override
    protected String acknowledgement() {
        return "{\"success\":true,\"ret_msg\":\"subscribe\",\"conn_id\":\"d9avsh3fo0jvsls9d82g-5m9jh\",\"req_id\":\"7\",\"op\":\"subscribe\"}";
    }

    @Override
    protected String rejection() {
        return "{\"success\":false,\"ret_msg\":\"args size >10\",\"conn_id\":\"d9\",\"req_id\":\"9\",\"op\":\"subscribe\"}";
    }

    @Override
    protected String unknown() {
        return "{\"topic\":\"gossip.BTCUSDT\",\"type\":\"snapshot\",\"ts\":1786540363844,\"data\":{\"s\":\"BTCUSDT\"}}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                BybitSpotPayloads.OLD,
                BybitSpotPayloads.SNAPSHOT,
                BybitSpotPayloads.FIRST,
                BybitSpotPayloads.SECOND,
                BybitSpotPayloads.THIRD));
    }

    @Override
    protected String channel(VenueStream stream) {
        return BybitAdapterTest.channelOf(stream.name());
    }

    @Override
    protected int streamsPerMessage() {
        return 10;
    }
}
