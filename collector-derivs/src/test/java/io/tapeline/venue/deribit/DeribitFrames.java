package io.tapeline.venue.deribit;

import io.tapeline.collector.feed.Normalizer;
import io.tapeline.collector.frame.FrameLine;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Instrument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Short ways from texts to what they say. */
final class DeribitFrames {
    static final Venue VENUE = new DeribitVenue(DeribitSettings.defaults());

    private DeribitFrames() {}

    static RawFrame message(String text) {
        return frame(Transport.WS, null, text);
    }

    static RawFrame notification(String channel, String data) {
        return DeribitPayloads.notification("", channel, data).frame("deribit");
    }

    /** @param query method and query */
    static RawFrame answer(String host, String query, String result) {
        return frame(
                Transport.REST,
                host + "/api/v2/public/" + query,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}");
    }

    static RawFrame frame(Transport transport, String url, String text) {
        return new RawFrame(
                "deribit", transport, "c1", url, VenuePayload.RECEIVED, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Decoded> decode(RawFrame frame) {
        return VENUE.decoder().decode(frame, InstrumentLookup.NONE);
    }

    @SuppressWarnings("unchecked")
    static <T extends MarketEvent> T event(RawFrame frame) {
        return (T) ((Decoded.Event) decode(frame).getFirst()).event();
    }

    /** What the whole pipeline makes of frames. */
    static List<MarketEvent> published(Collection<Instrument> instruments, List<RawFrame> frames) {
        List<MarketEvent> events = new ArrayList<>();
        Normalizer normalizer = new Normalizer(VENUE, instruments, false, null, events::add, (line, reason) -> {
            throw new AssertionError(reason);
        });
        frames.forEach(frame -> normalizer.accept(new FrameLine.Frame(1, "s", frame)));
        normalizer.finish();
        return events;
    }
}
