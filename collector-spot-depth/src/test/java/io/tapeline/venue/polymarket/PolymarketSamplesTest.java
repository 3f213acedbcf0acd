package io.tapeline.venue.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every real payload says something, and nothing that is not understood. */
class PolymarketSamplesTest {
    /** What a client sends, words of another channel, and one that the file has in quotes. */
    private static final Set<String> NOT_RECEIVED = Set.of(
            "subscribe", "heartbeat client", "heartbeat server", "heartbeat sports server", "heartbeat sports client");

    /** Shortened by whoever took it: it has lost its window's end. */
    private static final String WITHOUT_END = "btc-updown-5m-1784439600";

    private final Venue venue = new PolymarketVenue(PolymarketSettings.defaults());

    @Test
    void everySampleIsUnderstood() throws IOException {
        for (Sample sample : SharedFrames.samples("polymarket")) {
            if (!NOT_RECEIVED.contains(sample.channel()) && !sample.channel().contains(WITHOUT_END)) {
                List<Decoded> decoded = venue.decoder()
                        .decode(sample.frame("polymarket", url(sample.channel())), InstrumentLookup.NONE);
                assertThat(decoded)
                        .as(sample.channel())
                        .isNotEmpty()
                        .noneMatch(one -> one instanceof Decoded.Malformed || one instanceof Decoded.Unknown);
            }
        }
    }

    private static String url(String channel) {
        if (channel.contains("GET /book")) {
            return PolymarketSettings.CLOB + "/book?token_id=1";
        } else if (channel.contains("/markets/{condition_id}")) {
            return PolymarketSettings.CLOB + "/markets/0x1";
        }
        return PolymarketSettings.GAMMA + (channel.contains("/events") ? "/events" : "/markets") + "?slug=x";
    }
}
