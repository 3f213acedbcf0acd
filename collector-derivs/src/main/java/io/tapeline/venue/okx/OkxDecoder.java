package io.tapeline.venue.okx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.VenueDecoder;
import java.util.Map;

/** The decoder of the feed. Heartbeats are bare words. */
final class OkxDecoder {
    private static final Map<String, Decoded> WORDS = Map.of("pong", new Decoded.Heartbeat());

    private OkxDecoder() {}

    static VenueDecoder create() {
        return new JsonDecoder(OkxMessages::read, OkxAnswers::read, WORDS);
    }
}
