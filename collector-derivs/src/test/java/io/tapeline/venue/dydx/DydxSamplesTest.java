package io.tapeline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every real payload says something, and nothing that is not understood. */
class DydxSamplesTest {
    private final Venue venue = new DydxVenue(DydxSettings.defaults());

    @Test
    void everySampleIsUnderstood() throws IOException {
        for (Sample sample : SharedFrames.samples("dydx")) {
            List<Decoded> decoded = venue.decoder()
                    .decode(
                            sample.frame("dydx", "https://indexer.dydx.trade" + sample.channel()),
                            InstrumentLookup.NONE);
            boolean unwanted = sample.channel().endsWith("/height");
            assertThat(decoded).as(sample.channel()).isNotEmpty();
            assertThat(decoded.stream()
                            .anyMatch(one -> one instanceof Decoded.Malformed || one instanceof Decoded.Unknown))
                    .as("%s: %s", sample.channel(), decoded)
                    .isEqualTo(unwanted);
        }
    }
}
