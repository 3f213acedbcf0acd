package io.tapeline.venue.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.derived.Enrichment;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.Trade;
import org.junit.jupiter.api.Test;

/** Reckoned by hand. */
class PolymarketUnitsTest {
    private final Venue venue = new PolymarketVenue(PolymarketSettings.defaults());

    /** 2.46 shares at 0.585: 1.4391 USD. */
    @Test
    void aSizeIsOfSharesAndTheirValueIsThePricePaid() {
        Decoded.Event event = (Decoded.Event) venue.decoder()
                .decode(
                        PolymarketPayloads.trade(PolymarketPayloads.UP, "0.585", "2.46", "SELL", 1795168800400L)
                                .frame("polymarket"),
                        PolymarketInstruments.lookup())
                .getFirst();
        Trade trade = (Trade) new Enrichment(venue, PolymarketInstruments.lookup()).enrich(event.event());
        assertThat(trade.baseSize()).isEqualTo("2.46");
        assertThat(trade.valueUsd()).isEqualTo("1.44");
    }
}
