package io.tapeline.venue.htx;

import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class HtxSwapAdapterTest extends VenueAdapterCompatibilityKit {
    /** Halved, rounded to cents, or computed by the adapter. */
    private static final Set<Kind> OTHER_DIGITS =
            Set.of(Kind.TRADE, Kind.CANDLE, Kind.OPEN_INTEREST, Kind.LIQUIDATION, Kind.LONG_SHORT_RATIO);

    private final Venue venue = new HtxSwapVenue(HtxSettings.defaults());

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return HtxSwapPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return HtxInstruments.live();
    }

    @Override
    protected String acknowledgement() {
        return "{\"id\":\"7\",\"subbed\":\"market.BTC-USDT.trade.detail\",\"ts\":1645289384874,\"status\":\"ok\"}";
    }

    @Override
    protected String rejection() {
        return "{\"status\":\"error\",\"ts\":1790134833291,\"id\":\"9\",\"err-code\":\"bad-request\","
                + "\"err-msg\":\"invalid topic market.BTC-USDT.depth.size_400.high_freq\"}";
    }

    @Override
    protected String unknown() {
        return "{\"ch\":\"market.BTC-USDT.news\",\"ts\":1790134831587,\"tick\":{\"text\":\"up\"}}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                HtxSwapPayloads.OLD,
                HtxSwapPayloads.SNAPSHOT,
                HtxSwapPayloads.FIRST,
                HtxSwapPayloads.SECOND,
                HtxSwapPayloads.THIRD));
    }

    @Override
    protected String channel(VenueStream stream) {
        return stream.name()
                .replace("." + stream.instrument().symbol() + ".", ".$c.")
                .replaceFirst("size_\\d+", "size_\\$n")
                .replaceFirst("\\d+(min|hour|day)$", "\\$p");
    }

    @Override
    protected boolean concerns(String factsRow) {
        return !factsRow.startsWith("| Event kind");
    }

    @Override
    protected boolean scaled(VenuePayload payload) {
        return payload.yields().stream().anyMatch(OTHER_DIGITS::contains);
    }

    @Override
    protected int streamsPerMessage() {
        return 1;
    }
}
