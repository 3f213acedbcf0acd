package io.tapeline.venue.binance;

import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;

class BinanceSpotAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = new BinanceSpotVenue(BinanceSettings.defaults());

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return BinanceSpotPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return BinanceInstruments.spot();
    }

    @Override
    protected String acknowledgement() {
        return "{\"result\":null,\"id\":7}";
    }

    @Override
    protected String rejection() {
        return "{\"code\":2,\"msg\":\"Invalid request: request ID must be an unsigned integer\"}";
    }

    @Override
    protected String unknown() {
        return "{\"stream\":\"btcusdt@news\",\"data\":{\"e\":\"news\",\"E\":1789722601403,\"s\":\"BTCUSDT\"}}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                BinanceSpotPayloads.OLD,
                BinanceSpotPayloads.SNAPSHOT,
                BinanceSpotPayloads.FIRST,
                BinanceSpotPayloads.SECOND,
                BinanceSpotPayloads.THIRD));
    }

    @Override
    protected String channel(VenueStream stream) {
        return channelOf(stream);
    }

    /** {@code btcusdt@depth@100ms} is of the channel {@code depth}. */
    static String channelOf(VenueStream stream) {
        return stream.name().split("@")[1].replaceFirst("kline_.+", "kline_<interval>");
    }

    @Override
    protected int streamsPerMessage() {
        return 100;
    }
}
