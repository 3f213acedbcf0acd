package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

class KrakenFuturesAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = new KrakenFuturesVenue(KrakenFuturesSettings.defaults());

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return KrakenFuturesPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return KrakenFuturesInstruments.live();
    }

    @Override
    protected String acknowledgement() {
        return "{\"event\":\"subscribed\",\"feed\":\"book\",\"product_ids\":[\"PI_XRPUSD\"]}";
    }

    @Override
    protected String rejection() {
        return "{\"event\":\"alert\",\"message\":\"Couldn't subscribe to invalid product `PF_NOTAREALTHING`\"}";
    }

    @Override
    protected String unknown() {
        return "{\"feed\":\"news\",\"product_id\":\"PI_XBTUSD\",\"text\":\"up\"}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                KrakenFuturesPayloads.OLD,
                KrakenFuturesPayloads.SNAPSHOT,
                KrakenFuturesPayloads.FIRST,
                KrakenFuturesPayloads.SECOND,
                KrakenFuturesPayloads.THIRD));
    }

    @Override
    protected String channel(VenueStream stream) {
        return stream.name().substring(0, stream.name().indexOf(':'));
    }

    @Override
    protected String channel(RestCall call) {
        return call.uri().getPath().replaceFirst("/charts/v1/(\\w+)/.*", "/charts/v1/$1/\\$s/\\$i");
    }

    /** Candles and the channels of spot stand in the same table. */
    @Override
    protected boolean concerns(String factsRow) {
        return !factsRow.startsWith("| Event kind") && !factsRow.startsWith("| candle");
    }

    /** Exponents are resolved, absolute funding becomes a fraction. */
    @Override
    protected boolean scaled(VenuePayload payload) {
        return payload.yields().contains(Kind.FUNDING_RATE);
    }

    @Override
    protected int timesNamed(String text, VenueStream stream) {
        boolean feed = text.contains("\"feed\":\"" + channel(stream) + "\"");
        String product = "\"" + stream.instrument().symbol() + "\"";
        return feed ? text.split(Pattern.quote(product), -1).length - 1 : 0;
    }

    @Override
    protected int streamsPerMessage() {
        return 20;
    }
}
