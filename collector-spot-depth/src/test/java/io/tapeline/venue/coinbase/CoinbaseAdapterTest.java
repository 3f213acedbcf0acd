package io.tapeline.venue.coinbase;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;

class CoinbaseAdapterTest extends VenueAdapterCompatibilityKit {
    @Override
    protected Venue venue() {
        return CoinbaseReading.VENUE;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return CoinbasePayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return CoinbaseReading.many();
    }

    @Override
    protected String acknowledgement() {
        return "{\"type\":\"subscriptions\",\"channels\":[{\"name\":\"level2_50\",\"product_ids\":[\"BTC-USD\"],"
                + "\"account_ids\":null},{\"name\":\"heartbeat\",\"product_ids\":[\"BTC-USD\"],\"account_ids\":null}]}";
    }

    @Override
    protected String rejection() {
        return "{\"type\":\"error\",\"message\":\"Failed to subscribe\",\"reason\":\"XYZ-USD is not a valid product\"}";
    }

    @Override
    protected String unknown() {
        return "{\"type\":\"gossip\",\"product_id\":\"BTC-USD\"}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                CoinbasePayloads.THIRD,
                CoinbasePayloads.SNAPSHOT,
                CoinbasePayloads.FIRST,
                CoinbasePayloads.SECOND,
                CoinbasePayloads.THIRD));
    }

    /** Changes are not numbered. */
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
        return call.uri().getPath().replaceFirst("/products/[^/]+/", "/products/{product_id}/");
    }

    @Override
    protected int streamsPerMessage() {
        return 50;
    }

    /** A message names its channel once and then products. */
    @Override
    protected int timesNamed(String text, VenueStream stream) {
        String product = "\"" + stream.instrument().symbol() + "\"";
        return text.contains("\"channels\":[\"" + CoinbaseSubscriptions.channel(stream) + "\"")
                ? text.split(product, -1).length - 1
                : 0;
    }
}
