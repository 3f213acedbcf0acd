package io.tapeline.venue.okx;

import io.tapeline.collector.feed.Normalizer;
import io.tapeline.collector.frame.FrameLine;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Instrument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads messages as a live feed would. */
final class OkxTape {
    static final String API = "https://openapi.okx.com";
    static final Venue VENUE = new OkxVenue(OkxSettings.of(API, "wss://ws.okx.com:8443"));

    private OkxTape() {}

    /** What messages of a socket become when these instruments are known, derived values filled in. */
    static List<MarketEvent> normalized(List<Instrument> instruments, String... messages) {
        List<MarketEvent> events = new ArrayList<>();
        Normalizer normalizer = new Normalizer(VENUE, instruments, false, null, events::add, (line, reason) -> {
            throw new AssertionError(reason);
        });
        for (String message : messages) {
            normalizer.accept(new FrameLine.Frame(1, null, socket(message)));
        }
        normalizer.finish();
        return events;
    }

    static RawFrame socket(String message) {
        return frame(RawFrame.Transport.WS, null, message);
    }

    static List<Decoded> message(String text) {
        return VENUE.decoder().decode(socket(text), InstrumentLookup.NONE);
    }

    static List<Decoded> answer(String pathAndQuery, String text) {
        return VENUE.decoder().decode(frame(RawFrame.Transport.REST, API + pathAndQuery, text), InstrumentLookup.NONE);
    }

    /** The one event that a message says. */
    static MarketEvent event(String text) {
        return ((Decoded.Event) message(text).getLast()).event();
    }

    /** A message of a channel about an instrument with one row. */
    static String row(String channel, String instId, String members) {
        return "{\"arg\":{\"channel\":\"" + channel + "\",\"instId\":\"" + instId + "\"},\"data\":[{\"instId\":\""
                + instId + "\"," + members + "}]}";
    }

    private static RawFrame frame(RawFrame.Transport transport, String url, String text) {
        return new RawFrame("okx", transport, "c1", url, VenuePayload.RECEIVED, text.getBytes(StandardCharsets.UTF_8));
    }
}
