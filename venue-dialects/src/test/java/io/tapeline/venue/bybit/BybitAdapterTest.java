package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;

class BybitAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = new BybitLinearVenue(BybitSettings.defaults());

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return BybitPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return BybitInstruments.many();
    }

    @Override
    protected String acknowledgement() {
        return "{\"success\":true,\"ret_msg\":\"\",\"conn_id\":\"d9tc9d83r8h4ejgu2cu0-ctw7\",\"req_id\":\"7\",\"op\":\"subscribe\"}";
    }

    @Override
    protected String rejection() {
        return "{\"success\":false,\"ret_msg\":\"error:handler not found,topic:orderbook.500.BTCUSDT\",\"conn_id\":\"d9\",\"req_id\":\"9\",\"op\":\"subscribe\"}";
    }

    @Override
    protected String unknown() {
        return "{\"topic\":\"gossip.BTCUSDT\",\"type\":\"snapshot\",\"ts\":1786540363844,\"data\":{\"s\":\"BTCUSDT\"}}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                BybitPayloads.OLD,
                BybitPayloads.SNAPSHOT,
                BybitPayloads.FIRST,
                BybitPayloads.SECOND,
                BybitPayloads.THIRD));
    }

    @Override
    protected String channel(VenueStream stream) {
        return channelOf(stream.name());
    }

    static String channelOf(String name) {
        if (name.startsWith("orderbook.")) {
            return name.startsWith("orderbook.1.") ? "orderbook.1" : "orderbook.<depth>";
        }
        return name.substring(0, name.indexOf('.'));
    }

    /** The quotient of the two shares is computed here. */
    @Override
    protected boolean scaled(VenuePayload payload) {
        return payload.channel().endsWith("account-ratio");
    }

    @Override
    protected int streamsPerMessage() {
        return 10;
    }
}
