package io.tapeline.venue.upbit;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.venue.testing.SharedFrames;
import java.util.List;
import java.util.stream.Stream;

/** Reads messages as a live feed would. */
final class UpbitTape {
    static final String API = UpbitSettings.REST;
    static final Venue VENUE = new UpbitVenue(UpbitSettings.defaults());

    private UpbitTape() {}

    static List<Decoded> message(String text) {
        return VENUE.decoder().decode(socket(text), InstrumentLookup.NONE);
    }

    static List<Decoded> answer(String pathAndQuery, String text) {
        return answer(pathAndQuery, text, InstrumentLookup.NONE);
    }

    static List<Decoded> answer(String pathAndQuery, String text, InstrumentLookup instruments) {
        RawFrame frame = VenuePayload.answer("", API + pathAndQuery, text).frame(VENUE.feed());
        return VENUE.decoder().decode(frame, instruments);
    }

    /** The last event that a message says. */
    static MarketEvent event(String text) {
        return ((Decoded.Event) message(text).getLast()).event();
    }

    static RawFrame socket(String text) {
        return VenuePayload.stream("", text).frame(VENUE.feed());
    }

    /** What messages of a connection become when these instruments are known. */
    static List<MarketEvent> normalized(List<Instrument> instruments, String... messages) {
        RawFrame[] frames = Stream.of(messages).map(UpbitTape::socket).toArray(RawFrame[]::new);
        return SharedFrames.normalized(VENUE, instruments, frames);
    }
}
