package io.tapeline.venue.coinbase;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.venue.testing.SharedFrames;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What messages say: as they are decoded, and as they are published. */
final class CoinbaseReading {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    static final Venue VENUE = new CoinbaseVenue(CoinbaseSettings.defaults(), CLOCK);

    /** With a key. */
    static final CoinbaseSettings.Credentials KEY =
            new CoinbaseSettings.Credentials("the-key", "dGFwZWxpbmUgdGVzdCBzZWNyZXQ=", "words");

    private CoinbaseReading() {}

    static List<Decoded> decoded(VenuePayload payload) {
        return decoded(payload, InstrumentLookup.NONE);
    }

    static List<Decoded> decoded(VenuePayload payload, InstrumentLookup instruments) {
        return VENUE.decoder().decode(payload.frame("coinbase"), instruments);
    }

    static List<Decoded> decoded(String message) {
        return decoded(VenuePayload.stream("", message));
    }

    static <T extends MarketEvent> List<T> events(Class<T> type, VenuePayload payload) {
        return decoded(payload).stream()
                .filter(Decoded.Event.class::isInstance)
                .map(one -> ((Decoded.Event) one).event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static List<Instrument> listed(String products) {
        return decoded(CoinbasePayloads.products(products)).stream()
                .filter(Decoded.Listed.class::isInstance)
                .map(one -> ((Decoded.Listed) one).instrument())
                .toList();
    }

    static Instrument bitcoin() {
        return listed(CoinbasePayloads.PRODUCT).getFirst();
    }

    /** More than one control message can name. */
    static List<Instrument> many() {
        List<Instrument> instruments = new ArrayList<>(List.of(bitcoin()));
        for (int i = 0; i < 60; i++) {
            instruments.addAll(listed(CoinbasePayloads.PRODUCT.replace("BTC-USD", "C" + i + "-USD")));
        }
        return instruments;
    }

    /** Events of messages on one connection, enriched. */
    static <T extends MarketEvent> List<T> published(
            Class<T> type, Collection<Instrument> instruments, VenuePayload... messages) {
        RawFrame[] frames = Arrays.stream(messages)
                .map(message -> message.frame("coinbase"))
                .toArray(RawFrame[]::new);
        return SharedFrames.normalized(VENUE, instruments, frames).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
