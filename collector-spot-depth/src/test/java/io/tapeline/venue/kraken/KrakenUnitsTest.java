package io.tapeline.venue.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Trade;
import io.tapeline.venue.testing.SharedFrames;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What sizes count, worked by hand. */
class KrakenUnitsTest {
    private final KrakenVenue venue = new KrakenVenue(KrakenSettings.defaults());

    private List<MarketEvent> normalized(VenuePayload payload) {
        return SharedFrames.normalized(venue, KrakenInstruments.all(), payload.frame(venue.feed()));
    }

    /** 0.01044926 BTC at 68500.0 USD are 715.77431 USD; 0.1 BTC at 68499.9 are 6849.99 USD. */
    @Test
    void sizesAreBaseUnitsAndDollarsAreDollars() {
        assertThat(normalized(KrakenPayloads.TRADES))
                .extracting(event -> ((Trade) event).baseSize() + " " + ((Trade) event).valueUsd())
                .containsExactly("0.01044926 715.77", "0.10000000 6849.99");
    }

    @Test
    void withoutMetadataTheBaseSizeIsNotGuessed() {
        assertThat(SharedFrames.normalized(venue, List.of(), KrakenPayloads.TRADES.frame(venue.feed())))
                .hasSize(2)
                .allMatch(event -> ((Trade) event).size().signum() > 0);
    }
}
