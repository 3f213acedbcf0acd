package io.tapeline.venue.kraken;

import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

class KrakenAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = new KrakenVenue(
            new KrakenSettings("https://api.kraken.com", "wss://ws.kraken.com/v2", 100, List.of("1m", "4h")));

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return KrakenPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return KrakenInstruments.all();
    }

    @Override
    protected String acknowledgement() {
        return """
                {"method":"subscribe","req_id":18,"result":{"channel":"book","depth":10,"snapshot":true,\
                "symbol":"BTC/USD"},"success":true,"time_in":"2024-05-19T16:27:13.694962Z",\
                "time_out":"2024-05-19T16:27:13.695006Z"}""";
    }

    @Override
    protected String rejection() {
        return """
                {"error":"Currency pair not supported WWW/USD","method":"subscribe","req_id":18,"success":false,\
                "symbol":"WWW/USD","time_in":"2025-08-26T00:09:18.071184Z","time_out":"2025-08-26T00:09:18.071225Z"}""";
    }

    @Override
    protected String unknown() {
        return "{\"channel\":\"news\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"text\":\"up\"}]}";
    }

    /** Nothing is numbered: a hole shows in the checksum alone. */
    @Override
    protected boolean holesShow() {
        return false;
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                KrakenPayloads.UPDATE,
                KrakenPayloads.SNAPSHOT,
                KrakenPayloads.UPDATE,
                KrakenPayloads.UPDATE,
                KrakenPayloads.UPDATE));
    }

    @Override
    protected String channel(VenueStream stream) {
        return KrakenStreams.wireChannel(KrakenStreams.channel(stream.name()));
    }

    @Override
    protected int timesNamed(String text, VenueStream stream) {
        String own = KrakenStreams.channel(stream.name());
        boolean channel = text.contains("\"channel\":\"" + channel(stream) + "\"")
                && (own.equals(channel(stream)) || text.contains(":" + KrakenStreams.measure(own) + "}"));
        String symbol = "\"" + stream.instrument().symbol() + "\"";
        return channel ? text.split(Pattern.quote(symbol), -1).length - 1 : 0;
    }

    @Override
    protected int streamsPerMessage() {
        return 50;
    }
}
