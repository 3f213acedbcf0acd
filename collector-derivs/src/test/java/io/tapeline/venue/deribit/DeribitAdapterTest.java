package io.tapeline.venue.deribit;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;

class DeribitAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = new DeribitVenue(DeribitSettings.defaults());

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return DeribitPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return DeribitInstruments.all();
    }

    @Override
    protected String acknowledgement() {
        return "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":[\"ticker.BTC-PERPETUAL.100ms\"],\"testnet\":false}";
    }

    @Override
    protected String rejection() {
        return "{\"jsonrpc\":\"2.0\",\"id\":8163,\"error\":{\"code\":11050,\"message\":\"bad_request\"},\"testnet\":false}";
    }

    @Override
    protected String unknown() {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"subscription\",\"params\":{\"channel\":\"news.any\",\"data\":{}}}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                DeribitPayloads.OLD,
                DeribitPayloads.SNAPSHOT,
                DeribitPayloads.FIRST,
                DeribitPayloads.SECOND,
                DeribitPayloads.THIRD));
    }

    @Override
    protected String channel(VenueStream stream) {
        String kind = stream.name().split("\\.")[0];
        return switch (kind) {
            case "ticker" -> stream.kinds().contains(Kind.OPTION_SUMMARY) ? "ticker.{option}" : "ticker.{instrument}";
            case "chart" -> "chart.trades.{instrument}";
            case "deribit_volatility_index", "deribit_price_index" -> kind + ".{index}";
            default -> kind + ".{instrument}";
        };
    }

    @Override
    protected String channel(RestCall call) {
        return call.uri().getPath().replace("/api/v2/", "");
    }

    /** Exponents are resolved. */
    @Override
    protected boolean scaled(VenuePayload payload) {
        return payload.text().matches("(?s).*\\de[-+]?\\d.*");
    }

    @Override
    protected int streamsPerMessage() {
        return DeribitSubscriptions.CHUNK;
    }
}
