package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;

class CoinbaseFuturesAdapterTest extends VenueAdapterCompatibilityKit {
    @Override
    protected Venue venue() {
        return CoinbaseInstruments.VENUE;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return CoinbasePayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return CoinbaseInstruments.many();
    }

    @Override
    protected String acknowledgement() {
        return "{\"channel\":\"subscriptions\",\"timestamp\":\"2026-09-07T23:37:22.278739877Z\",\"sequence_num\":2,"
                + "\"events\":[{\"subscriptions\":{\"heartbeats\":[\"heartbeats\"],\"level2\":[\"BIP-20DEC30-CDE\"]}}]}";
    }

    @Override
    protected String rejection() {
        return "{\"type\":\"error\",\"message\":\"authentication failure\"}";
    }

    @Override
    protected String unknown() {
        return "{\"channel\":\"gossip\",\"timestamp\":\"2026-09-07T23:37:22Z\",\"sequence_num\":3,\"events\":[]}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                CoinbasePayloads.OLD,
                CoinbasePayloads.SNAPSHOT,
                CoinbasePayloads.FIRST,
                CoinbasePayloads.SECOND,
                CoinbasePayloads.THIRD));
    }

    /** Only the frames of a connection are counted. */
    @Override
    protected boolean holesShow() {
        return false;
    }

    @Override
    protected String channel(VenueStream stream) {
        return CoinbaseSubscriptions.channel(stream);
    }

    @Override
    protected String channel(RestCall call) {
        return call.uri()
                .getPath()
                .replace("/api/v3/brokerage", "")
                .replaceFirst("/products/[^/]+/", "/products/{product_id}/");
    }

    @Override
    protected int streamsPerMessage() {
        return 50;
    }

    /** A message names its channel once and then products. */
    @Override
    protected int timesNamed(String text, VenueStream stream) {
        String product = "\"" + stream.instrument().symbol() + "\"";
        return text.endsWith("\"channel\":\"" + CoinbaseSubscriptions.channel(stream) + "\"}")
                ? text.split(product, -1).length - 1
                : 0;
    }
}
