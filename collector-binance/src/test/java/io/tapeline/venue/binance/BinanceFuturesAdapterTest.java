package io.tapeline.venue.binance;

import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;

class BinanceFuturesAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = new BinanceFuturesVenue(BinanceSettings.defaults());

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return BinanceFuturesPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return BinanceInstruments.futures();
    }

    @Override
    protected String acknowledgement() {
        return "{\"result\":null,\"id\":7}";
    }

    @Override
    protected String rejection() {
        return "{\"error\":{\"code\":2,\"msg\":\"Invalid request: unknown method\"},\"id\":9}";
    }

    @Override
    protected String unknown() {
        return "{\"stream\":\"btcusdt@news\",\"data\":{\"e\":\"news\",\"E\":1789722601403,\"s\":\"BTCUSDT\"}}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                BinanceFuturesPayloads.OLD,
                BinanceFuturesPayloads.SNAPSHOT,
                BinanceFuturesPayloads.FIRST,
                BinanceFuturesPayloads.SECOND,
                BinanceFuturesPayloads.THIRD));
    }

    @Override
    protected String channel(VenueStream stream) {
        return BinanceSpotAdapterTest.channelOf(stream);
    }

    @Override
    protected int streamsPerMessage() {
        return 100;
    }
}
