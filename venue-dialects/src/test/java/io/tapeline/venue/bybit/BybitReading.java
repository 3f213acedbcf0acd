package io.tapeline.venue.bybit;

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
import java.util.Collection;
import java.util.List;

/** What messages say: as they are decoded, and as they are published; of linear contracts where no venue is named. */
final class BybitReading {
    static final Venue VENUE = new BybitLinearVenue(BybitSettings.defaults());
    static final Venue SPOT = new BybitSpotVenue(BybitSpotSettings.defaults());

    private BybitReading() {}

    static List<Decoded> decoded(VenuePayload payload) {
        return decoded(VENUE, payload);
    }

    static List<Decoded> decoded(Venue venue, VenuePayload payload) {
        return venue.decoder().decode(payload.frame(venue.feed()), InstrumentLookup.NONE);
    }

    static List<Decoded> decoded(String message) {
        return decoded(VenuePayload.stream("", message));
    }

    /** The only event of that type. */
    static <T extends MarketEvent> T event(Class<T> type, VenuePayload payload) {
        return type.cast(((Decoded.Event) decoded(payload).getFirst()).event());
    }

    static <T extends MarketEvent> T event(Class<T> type, String message) {
        return event(type, VenuePayload.stream("", message));
    }

    /** Events of messages on one connection, merged and enriched. */
    static List<MarketEvent> published(Collection<Instrument> instruments, String... messages) {
        return published(VENUE, instruments, messages);
    }

    static List<MarketEvent> published(Venue venue, Collection<Instrument> instruments, String... messages) {
        List<MarketEvent> events = new ArrayList<>();
        Normalizer normalizer = new Normalizer(venue, instruments, false, null, events::add, (line, reason) -> {
            throw new AssertionError("line " + line + ": " + reason);
        });
        long line = 0;
        for (String message : messages) {
            normalizer.accept(new FrameLine.Frame(
                    ++line,
                    null,
                    new RawFrame(
                            venue.feed(),
                            RawFrame.Transport.WS,
                            "c1",
                            null,
                            VenuePayload.RECEIVED + line,
                            message.getBytes(StandardCharsets.UTF_8))));
        }
        normalizer.finish();
        return events;
    }

    static <T extends MarketEvent> List<T> of(Class<T> type, List<MarketEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
