package io.tapeline.venue.cme;

import io.tapeline.collector.feed.FeedInstruments;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Instrument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** The adapter with every source on, and what its answers say. */
final class CmeTests {
    static final CmeSettings.DataMine ENTITLED =
            new CmeSettings.DataMine("https://datamine.new.cmegroup.com", "API_TAPELINE", "s3cr3t-word");

    private CmeTests() {}

    static CmeSettings everything() {
        return with(ENTITLED, "/data/cme", true);
    }

    static CmeSettings with(CmeSettings.DataMine datamine, String folder, boolean pages) {
        return new CmeSettings(
                datamine,
                folder,
                Duration.ofMinutes(1),
                pages,
                "https://www.cmegroup.com",
                Map.of(CmeProduct.BTC, 8478, CmeProduct.MBT, 9024, CmeProduct.ETH, 8995),
                CmeSettings.CANDLES,
                List.of(LocalTime.of(9, 0), LocalTime.of(18, 0)),
                null,
                30,
                Duration.ofHours(23));
    }

    static CmeVenue venue() {
        return new CmeVenue(everything());
    }

    static List<Decoded> decode(String url, String text) {
        return decode(url, text, VenuePayload.RECEIVED, InstrumentLookup.NONE);
    }

    static List<Decoded> decode(String url, String text, long received, InstrumentLookup instruments) {
        return venue().decoder().decode(frame(url, text, received), instruments);
    }

    static RawFrame frame(String url, String text, long received) {
        return new RawFrame("cme", RawFrame.Transport.REST, null, url, received, text.getBytes(StandardCharsets.UTF_8));
    }

    static <T extends MarketEvent> List<T> events(Class<T> type, List<Decoded> decoded) {
        return decoded.stream()
                .filter(Decoded.Event.class::isInstance)
                .map(said -> ((Decoded.Event) said).event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static List<Instrument> listed(List<Decoded> decoded) {
        return decoded.stream()
                .filter(Decoded.Listed.class::isInstance)
                .map(said -> ((Decoded.Listed) said).instrument())
                .toList();
    }

    /** What is listed at the time of the payloads. */
    static List<Instrument> contracts() {
        String url = new CmeCalls(everything()).contracts().uri().toString();
        return listed(decode(url, "{\"products\":[\"BTC\",\"MBT\",\"ETH\",\"MET\"]}"));
    }

    static FeedInstruments known() {
        FeedInstruments known = new FeedInstruments();
        contracts().forEach(known::put);
        return known;
    }
}
