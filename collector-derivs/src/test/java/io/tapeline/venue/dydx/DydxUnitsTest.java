package io.tapeline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.derived.Enrichment;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reckoned by hand from what the venue sent on 2025-12-08. Every contract of the venue is linear. */
class DydxUnitsTest {
    private final Venue venue = new DydxVenue(DydxSettings.defaults());
    private final Instrument btc = DydxInstruments.listed("BTC-USD");
    private final Enrichment enrichment = new Enrichment(venue, symbol -> symbol.equals("BTC-USD") ? btc : null);

    private <T extends MarketEvent> T first(VenuePayload payload, Class<T> type) {
        List<T> found = venue.decoder().decode(payload.frame("dydx"), InstrumentLookup.NONE).stream()
                .filter(Decoded.Event.class::isInstance)
                .map(one -> enrichment.enrich(((Decoded.Event) one).event()))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        return found.getFirst();
    }

    /** 0.0001 BTC at 89942 USD. */
    @Test
    void aSizeIsOfTheBaseAsset() {
        Trade trade = first(DydxPayloads.data("v4_trades", "BTC-USD", 1, DydxPayloads.TRADES), Trade.class);
        assertThat(trade.baseSize()).isEqualTo("0.0001");
        assertThat(trade.valueUsd()).isEqualTo("8.99");
    }

    /** 381.7348 BTC at the oracle price of 89919.2 USD: 34 325 287.82816. */
    @Test
    void openInterestIsOfTheBaseAsset() {
        OpenInterest interest =
                first(DydxPayloads.subscribed("v4_markets", "", 1, DydxPayloads.MARKET), OpenInterest.class);
        assertThat(interest.openInterestBase()).isEqualTo("381.7348");
        assertThat(interest.openInterestUsd()).isEqualTo("34325287.83");
    }

    /** 0.00000254545454545455 an hour, eight times. */
    @Test
    void fundingOfAnHourIsProratedToEight() {
        FundingRate rate = first(DydxPayloads.subscribed("v4_markets", "", 1, DydxPayloads.MARKET), FundingRate.class);
        assertThat(rate.rate8h()).isEqualByComparingTo("0.0000203636363636364");
    }
}
