package io.tapeline.venue.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.derived.Enrichment;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reckoned by hand. Every contract of the venue is linear; what it settles in does not change its size. */
class HyperliquidUnitsTest {
    private final Venue venue = new HyperliquidVenue(HyperliquidSettings.defaults());

    private Enrichment enrichment(Instrument instrument) {
        return new Enrichment(venue, symbol -> instrument.symbol().equals(symbol) ? instrument : null);
    }

    private static Trade trade(String coin, String price, String size) {
        return new Trade(
                Header.venue(HyperliquidNames.instrument(coin), 1, 2),
                "1",
                Side.BUY,
                new BigDecimal(price),
                new BigDecimal(size),
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of());
    }

    /** 0.38111 BTC at 69997 USD: 26 676.55667. */
    @Test
    void aSizeIsOfTheBaseAsset() {
        Trade trade =
                (Trade) enrichment(HyperliquidInstruments.named("BTC")).enrich(trade("BTC", "69997.0", "0.38111"));
        assertThat(trade.baseSize()).isEqualTo("0.38111");
        assertThat(trade.valueUsd()).isEqualTo("26676.56");
    }

    /** 250000 bundles of a thousand PEPE at 0.0122 USD a bundle: 3 050 USD. */
    @Test
    void bundlesArePricedAsTheyAreCounted() {
        Trade trade =
                (Trade) enrichment(HyperliquidInstruments.named("kPEPE")).enrich(trade("kPEPE", "0.0122", "250000"));
        assertThat(trade.baseSize()).isEqualTo("250000");
        assertThat(trade.valueUsd()).isEqualTo("3050.00");
    }

    /** Settled in USDE, priced in USD: 0.5 at 70000. */
    @Test
    void whatAContractSettlesInDoesNotChangeItsValue() {
        Trade trade = (Trade)
                enrichment(HyperliquidInstruments.named("hyna:BTC")).enrich(trade("hyna:BTC", "70000.0", "0.5"));
        assertThat(trade.valueUsd()).isEqualTo("35000.00");
    }

    /** 22727.78266 BTC at a mark of 66344: 1 507 852 012.79504. */
    @Test
    void openInterestIsOfTheBaseAsset() {
        Enrichment enrichment = enrichment(HyperliquidInstruments.named("BTC"));
        Header header = Header.received(HyperliquidNames.instrument("BTC"), 1);
        enrichment.enrich(new MarkPrice(header, new BigDecimal("66344.0"), new BigDecimal("66383.0"), null));
        OpenInterest interest = (OpenInterest)
                enrichment.enrich(new OpenInterest(header, new BigDecimal("22727.78266"), null, null, Map.of()));
        assertThat(interest.openInterestBase()).isEqualTo("22727.78266");
        assertThat(interest.openInterestUsd()).isEqualTo("1507852012.80");
    }

    /** 0.0000125 an hour is 0.0001 in eight. */
    @Test
    void fundingOfAnHourIsProratedToEight() {
        FundingRate rate = (FundingRate) enrichment(HyperliquidInstruments.named("BTC"))
                .enrich(new FundingRate(
                        Header.received(HyperliquidNames.instrument("BTC"), 1),
                        new BigDecimal("0.0000125"),
                        FundingStatus.ESTIMATED,
                        BigDecimal.ONE,
                        null,
                        null,
                        null,
                        Map.of()));
        assertThat(rate.rate8h()).isEqualByComparingTo("0.0001");
    }
}
