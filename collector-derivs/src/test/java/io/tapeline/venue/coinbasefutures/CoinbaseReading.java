package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.feed.Normalizer;
import io.tapeline.collector.frame.FrameLine;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Instrument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What messages say: as they are decoded, and as they are published. */
final class CoinbaseReading {
    private CoinbaseReading() {}

    static List<Decoded> decoded(VenuePayload payload) {
        return CoinbaseInstruments.VENUE.decoder().decode(payload.frame("coinbase-futures"), InstrumentLookup.NONE);
    }

    static List<Decoded> decoded(String message) {
        return decoded(VenuePayload.stream("", message));
    }

    static <T extends MarketEvent> List<T> events(Class<T> type, List<Decoded> decoded) {
        return decoded.stream()
                .filter(Decoded.Event.class::isInstance)
                .map(one -> ((Decoded.Event) one).event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static <T extends MarketEvent> List<T> events(Class<T> type, VenuePayload payload) {
        return events(type, decoded(payload));
    }

    /** Events of messages on one connection, enriched. */
    static <T extends MarketEvent> List<T> published(
            Class<T> type, Collection<Instrument> instruments, VenuePayload... messages) {
        List<MarketEvent> events = new ArrayList<>();
        Normalizer normalizer =
                new Normalizer(CoinbaseInstruments.VENUE, instruments, false, null, events::add, (line, reason) -> {
                    throw new AssertionError("line " + line + ": " + reason);
                });
        long line = 0;
        for (VenuePayload message : messages) {
            RawFrame frame = message.frame("coinbase-futures");
            normalizer.accept(new FrameLine.Frame(++line, null, frame));
        }
        normalizer.finish();
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
