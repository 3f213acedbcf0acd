package io.tapeline.venue.hyperliquid;

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
class HyperliquidSamplesTest {
    /** Questions that are not asked. */
    private static final Set<String> UNASKED = Set.of("allMids", "perpDexLimits");

    private final Venue venue = new HyperliquidVenue(HyperliquidSettings.defaults());

    @Test
    void everySampleIsUnderstood() throws IOException {
        for (Sample sample : SharedFrames.samples("hyperliquid")) {
            boolean unasked = sample.rest() && UNASKED.contains(sample.channel());
            List<Decoded> decoded = venue.decoder()
                    .decode(
                            sample.frame("hyperliquid", "https://api.hyperliquid.xyz/info#type=" + sample.channel()),
                            InstrumentLookup.NONE);
            assertThat(decoded).as(sample.channel()).isNotEmpty();
            assertThat(decoded.stream()
                            .filter(one -> one instanceof Decoded.Malformed || one instanceof Decoded.Unknown)
                            .toList())
                    .as(sample.channel())
                    .hasSize(unasked ? 1 : 0);
        }
    }
}
