package io.tapeline.venue.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.derived.Enrichment;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.BorrowRate;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Trade;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four interfaces tell funding in three units and two signs; each worked by hand. */
class DriftUnitsTest {
    private final Enrichment enrichment =
            new Enrichment(new DriftVenue(DriftPayloads.settings()), symbol -> DriftPayloads.instruments().stream()
                    .filter(instrument -> instrument.symbol().equals(symbol))
                    .findFirst()
                    .orElse(null));

    private <T extends MarketEvent> T enriched(T event) {
        @SuppressWarnings("unchecked") // enriching keeps the kind
        T result = (T) enrichment.enrich(event);
        return result;
    }

    @Test
    void anEstimateIsPercentOfAnHourAsTheHolderFeelsIt() {
        FundingRate estimate = enriched(DriftDecoderTest.events(FundingRate.class, DriftPayloads.MARKETS)
                .getFirst());
        // longs feel -0.000022 %: they pay 0.00000022
        assertThat(estimate.rate()).isEqualTo("0.00000022");
        assertThat(estimate.status()).isEqualTo(FundingStatus.ESTIMATED);
        assertThat(estimate.rate8h()).isEqualTo("0.00000176");
        assertThat(estimate.metadata()).containsEntry("rate_short", new BigDecimal("0.00000022"));
    }

    @Test
    void aRecordIsQuoteForOneBaseSoItIsDividedByThePrice() {
        FundingRate settled = DriftDecoderTest.events(FundingRate.class, DriftPayloads.FUNDING)
                .getFirst();
        // -0.001024958 / 84.693889
        assertThat(settled.rate()).isEqualTo("-0.0000121019120989945331");
        assertThat(settled.status()).isEqualTo(FundingStatus.SETTLED);
        assertThat(settled.header().timestamp()).isEqualTo(1_775_066_400_000_000L);
        assertThat(settled.metadata()).containsEntry("quote_per_base", new BigDecimal("-0.001024958"));
    }

    @Test
    void theOlderRecordIsTheSameInIntegers() {
        FundingRate settled = DriftDecoderTest.events(FundingRate.class, DriftPayloads.OLD_FUNDING)
                .getFirst();
        // -1889875e-9 / 84642173e-6
        assertThat(settled.rate()).isEqualTo("-0.0000223278175998624232");
        assertThat(settled.header().timestamp()).isEqualTo(1_771_383_600_000_000L);
        assertThat(settled.instrumentId().symbol()).isEqualTo("SOL-PERP");
    }

    @Test
    void theUnitShowsWithBitcoinWhereThePriceIsFarFromAHundred() {
        VenuePayload bitcoin = DriftPayloads.FUNDING.withText(DriftPayloads.FUNDING
                .text()
                .replace("-0.001024958", "6.399237833")
                .replace("84.693889", "77333.73"));
        // 0.008275 % an hour on 2026-09-13
        assertThat(DriftDecoderTest.events(FundingRate.class, bitcoin)
                        .getFirst()
                        .rate()
                        .toPlainString())
                .startsWith("0.00008274");
    }

    @Test
    void openInterestIsTheLargerSideInBase() {
        enriched(DriftDecoderTest.events(MarkPrice.class, DriftPayloads.BOOK).getFirst());
        OpenInterest interest = enriched(DriftDecoderTest.events(OpenInterest.class, DriftPayloads.MARKETS)
                .getFirst());
        assertThat(interest.openInterest()).isEqualTo("471252.73");
        assertThat(interest.openInterestBase()).isEqualTo("471252.73");
        // 471252.73 * 81.12233
        assertThat(interest.openInterestUsd()).isEqualTo("38229119.48");
        assertThat(interest.metadata()).containsEntry("short", new BigDecimal("471093.53"));
    }

    @Test
    void aTradeIsWorthItsBaseAtItsPrice() {
        Trade trade = enriched(
                DriftDecoderTest.events(Trade.class, DriftPayloads.FILLS).getFirst());
        assertThat(trade.baseSize()).isEqualTo("0.26");
        // 0.26 * 88.367
        assertThat(trade.valueUsd()).isEqualTo("22.98");
    }

    @Test
    void aLoanCostsItsYearlyRateByTheDay() {
        List<BorrowRate> loans = DriftDecoderTest.events(BorrowRate.class, DriftPayloads.LOANS);
        // 0.073 a year: 2 basis points a day
        assertThat(loans).singleElement().satisfies(loan -> {
            assertThat(loan.side()).isEqualTo("loan");
            assertThat(loan.bpsPerDay()).isEqualByComparingTo("2");
            assertThat(loan.header().timestamp()).isEqualTo(1_795_165_200_000_000L);
        });
    }
}
