package io.tapeline.venue.gmx;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.util.List;
import java.util.Optional;

class GmxAdapterTest extends VenueAdapterCompatibilityKit {
    private static final InstrumentLookup INSTRUMENTS = GmxPayloads.instruments();

    static GmxSettings settings() {
        return GmxSettings.on(
                List.of(GmxPayloads.KEEPER, "https://arbitrum-api-fallback.gmxinfra.io"),
                List.of(GmxPayloads.API, "https://arbitrum.gmxapi.ai"),
                "https://gmx.squids.live/gmx-synthetics-arbitrum:prod");
    }

    static List<Instrument> perpetuals() {
        return GmxPayloads.instruments().all().stream()
                .filter(instrument -> instrument.id().market() == Market.PERPETUAL)
                .toList();
    }

    @Override
    protected Venue venue() {
        return new GmxVenue(settings());
    }

    @Override
    protected List<VenuePayload> payloads() {
        return GmxPayloads.ALL;
    }

    @Override
    protected List<Instrument> instruments() {
        return perpetuals();
    }

    /** Without decimals of the tokens the integers say nothing. */
    @Override
    protected InstrumentLookup lookup() {
        return INSTRUMENTS;
    }

    @Override
    protected boolean scaled(VenuePayload payload) {
        return !payload.equals(GmxPayloads.CANDLES);
    }

    @Override
    protected String acknowledgement() {
        throw new UnsupportedOperationException("no streams");
    }

    @Override
    protected String rejection() {
        throw new UnsupportedOperationException("no streams");
    }

    @Override
    protected String unknown() {
        throw new UnsupportedOperationException("no streams");
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.empty();
    }

    @Override
    protected String channel(VenueStream stream) {
        throw new UnsupportedOperationException("no streams");
    }

    @Override
    protected String channel(RestCall call) {
        String path = call.uri().getPath();
        return path.endsWith("/graphql") ? "fundingRateSnapshots" : path;
    }

    @Override
    protected int streamsPerMessage() {
        return 0;
    }
}
