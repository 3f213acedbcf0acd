package io.tapeline.venue.upbit;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class UpbitAdapterTest extends VenueAdapterCompatibilityKit {
    @Override
    protected Venue venue() {
        return UpbitTape.VENUE;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return UpbitPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return UpbitInstruments.some();
    }

    @Override
    protected String acknowledgement() {
        return "{\"method\":\"LIST_SUBSCRIPTIONS\",\"result\":[{\"type\":\"orderbook\",\"codes\":[\"KRW-BTC\"],\"level\":0}],"
                + "\"ticket\":\"tapeline-7\"}";
    }

    @Override
    protected String rejection() {
        return "{\"error\":{\"name\":\"INVALID_PARAM\",\"message\":\"nope 은 지원하지 않는 타입입니다.\"}}";
    }

    @Override
    protected String unknown() {
        return "{\"type\":\"gossip\",\"code\":\"KRW-BTC\",\"timestamp\":1795168799085}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        VenuePayload next = UpbitPayloads.book(1_795_168_799_100L, "0.02054762");
        return Optional.of(new BookSession(UpbitPayloads.BOOK, UpbitPayloads.BOOK, next, next, next));
    }

    /** Every message is a whole book. */
    @Override
    protected boolean holesShow() {
        return false;
    }

    @Override
    protected String channel(VenueStream stream) {
        return UpbitNames.type(stream.name()).replaceFirst("^candle\\..*", "candle.<unit>");
    }

    @Override
    protected String channel(RestCall call) {
        return call.uri().getPath().replaceFirst("(?<=/minutes/).*", "<unit>");
    }

    @Override
    protected int streamsPerMessage() {
        return UpbitVenue.STREAMS_PER_CONNECTION;
    }

    @Override
    protected int timesNamed(String text, VenueStream stream) {
        Matcher codes = Pattern.compile(
                        "\\{\"type\":\"" + Pattern.quote(UpbitNames.type(stream.name())) + "\",\"codes\":\\[([^]]*)]}")
                .matcher(text);
        return codes.results()
                .mapToInt(of -> of.group(1).split("\"" + UpbitNames.code(stream.name()) + "\"", -1).length - 1)
                .sum();
    }
}
