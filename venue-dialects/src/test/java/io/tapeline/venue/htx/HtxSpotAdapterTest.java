package io.tapeline.venue.htx;

import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;

class HtxSpotAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = new HtxSpotVenue(HtxSpotSettings.defaults());

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return HtxSpotPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return List.of(HtxSpotPayloads.pair("btcusdt"), HtxSpotPayloads.pair("ethusdt"));
    }

    @Override
    protected String acknowledgement() {
        return "{\"id\":\"7\",\"status\":\"ok\",\"subbed\":\"market.btcusdt.trade.detail\",\"ts\":1618678070653}";
    }

    @Override
    protected String rejection() {
        return "{\"status\":\"error\",\"ts\":1618678070653,\"id\":\"9\",\"err-code\":\"bad-request\","
                + "\"err-msg\":\"invalid topic market.btcusdt.mbp.7\"}";
    }

    @Override
    protected String unknown() {
        return "{\"ch\":\"market.btcusdt.news\",\"ts\":1618678070653,\"tick\":{\"text\":\"up\"}}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                HtxSpotPayloads.OLD,
                HtxSpotPayloads.SNAPSHOT,
                HtxSpotPayloads.FIRST,
                HtxSpotPayloads.SECOND,
                HtxSpotPayloads.THIRD));
    }

    @Override
    protected String channel(VenueStream stream) {
        return stream.name()
                .replace("." + stream.instrument().symbol() + ".", ".$s.")
                .replaceFirst("mbp\\.\\d+", "mbp.\\$n")
                .replaceFirst("\\d+(min|hour|day)$", "\\$p");
    }

    @Override
    protected boolean concerns(String factsRow) {
        return !factsRow.startsWith("| Event kind");
    }

    /** An exponent is resolved. */
    @Override
    protected boolean scaled(VenuePayload payload) {
        return payload.text().contains("E-");
    }

    @Override
    protected int streamsPerMessage() {
        return 1;
    }
}
