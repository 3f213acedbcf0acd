package io.tapeline.venue.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every real message of Kraken's spot exchange kept beside the project is understood, whatever its year. */
class KrakenSamplesTest {
    private static final Map<String, String> PATHS = Map.of(
            "spot.rest.AssetPairs", "/0/public/AssetPairs",
            "spot.rest.Trades", "/0/public/Trades?pair=XBTUSD",
            "spot.rest.OHLC", "/0/public/OHLC?pair=XBTUSD&interval=1",
            "spot.rest.Time", "/0/public/Time");
    private static final Set<String> SENT = Set.of("spot.v2.subscribe", "spot.v2.ping");

    private final KrakenVenue venue = new KrakenVenue(KrakenSettings.defaults());

    @Test
    void everyMessageOfTheSocketIsUnderstood() throws IOException {
        int read = 0;
        for (Sample sample : SharedFrames.samples("kraken")) {
            if (sample.channel().startsWith("spot.v2.") && !SENT.contains(sample.channel())) {
                understood(sample, null);
                read++;
            }
        }
        assertThat(read).isGreaterThan(20);
    }

    @Test
    void everyAnswerOfACallInUseIsUnderstood() throws IOException {
        int read = 0;
        for (Sample sample : SharedFrames.samples("kraken")) {
            String path = PATHS.get(sample.channel());
            if (path != null) {
                understood(sample, KrakenPayloads.HOST + path);
                read++;
            }
        }
        assertThat(read).isEqualTo(7);
    }

    @Test
    void messagesOfTheOldWebsocketAreNamedAsThat() throws IOException {
        for (Sample sample : SharedFrames.samples("kraken")) {
            if (sample.channel().startsWith("spot.v1.")) {
                assertThat(decoded(sample, null))
                        .as(sample.text())
                        .isEqualTo(List.of(new Decoded.Unknown("a message of the websocket v1")));
            }
        }
    }

    private List<Decoded> decoded(Sample sample, String url) {
        return venue.decoder().decode(sample.frame(venue.feed(), url), InstrumentLookup.NONE);
    }

    private void understood(Sample sample, String url) {
        assertThat(decoded(sample, url))
                .as("%s: %s", sample.channel(), sample.text())
                .isNotEmpty()
                .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
    }
}
