package io.tapeline.venue.drift;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class DriftAdapterTest extends VenueAdapterCompatibilityKit {

    @Override
    protected Venue venue() {
        return new DriftVenue(DriftPayloads.settings());
    }

    @Override
    protected List<VenuePayload> payloads() {
        return DriftPayloads.ALL;
    }

    @Override
    protected List<Instrument> instruments() {
        return DriftPayloads.instruments();
    }

    @Override
    protected boolean scaled(VenuePayload payload) {
        return !Set.of("candle", "/market/{symbol}/trades", "/market/{symbol}/candles/{res}")
                .contains(payload.channel());
    }

    @Override
    protected String acknowledgement() {
        return "{\"message\":\"Subscribe received for channel: orderbook, market: SOL-PERP, marketType: perp\"}";
    }

    @Override
    protected String rejection() {
        return "{\"channel\":\"orderbook\",\"error\":\"Error subscribing to channel\"}";
    }

    @Override
    protected String unknown() {
        return "{\"channel\":\"weather_perp_0\",\"data\":\"{}\"}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                DriftPayloads.book(474184486),
                DriftPayloads.book(474184487),
                DriftPayloads.book(474184488),
                DriftPayloads.book(474184489),
                DriftPayloads.book(474184490)));
    }

    /** Every message is the whole book. */
    @Override
    protected boolean holesShow() {
        return false;
    }

    @Override
    protected String channel(VenueStream stream) {
        return stream.name().substring(0, stream.name().indexOf(':'));
    }

    @Override
    protected String channel(RestCall call) {
        return call.uri()
                .getPath()
                .replaceAll("^/market/[^/]+/candles/.*", "/market/{symbol}/candles/{res}")
                .replaceAll("^/market/[^/]+/", "/market/{symbol}/")
                .replaceAll("^/stats/[^/]+/rateHistory", "/stats/{symbol}/rateHistory");
    }

    @Override
    protected int streamsPerMessage() {
        return 1;
    }

    /** The parts of a name are members of their own. */
    @Override
    protected int timesNamed(String text, VenueStream stream) {
        for (String part : stream.name().split(":", -1)) {
            if (!text.contains("\"" + part + "\"")) {
                return 0;
            }
        }
        return 1;
    }
}
