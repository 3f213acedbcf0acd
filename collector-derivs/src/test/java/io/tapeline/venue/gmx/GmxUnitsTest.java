package io.tapeline.venue.gmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.tapeline.collector.derived.Enrichment;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.BorrowRate;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Trade;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three APIs, three units, two signs; each worked by hand. */
class GmxUnitsTest {
    private static <T extends io.tapeline.model.event.MarketEvent> T enriched(T event) {
        Enrichment enrichment = new Enrichment(new GmxVenue(GmxAdapterTest.settings()), GmxPayloads.instruments());
        @SuppressWarnings("unchecked") // enriching keeps the kind
        T result = (T) enrichment.enrich(event);
        return result;
    }

    @Test
    void tickersAreFractionsAnHourAndNegativeWhereASidePays() {
        FundingRate funding = enriched(
                GmxDecoderTest.events(FundingRate.class, GmxPayloads.STATES).getFirst());
        // -(-20133947528265847430278800) / 1e30
        assertThat(funding.rate()).isEqualTo("0.0000201339475282658474302788");
        assertThat(funding.metadata().get("rate_long")).isEqualTo(funding.rate());
        assertThat(funding.metadata().get("rate_short")).isEqualTo(new BigDecimal("0.0000220768867979659052005356"));
        assertThat(funding.intervalHours()).isEqualTo("1");
        assertThat(funding.rate8h()).isEqualTo("0.000161071580226126779");
        assertThat(funding.status()).isEqualTo(FundingStatus.ESTIMATED);
    }

    @Test
    void keepersSayAYearAndPositiveWhereASidePays() {
        FundingRate funding = GmxDecoderTest.events(FundingRate.class, GmxPayloads.KEEPER_STATES)
                .getFirst();
        // shorts pay 0.2857953780... a year: longs receive 0.2344153230... a year, 0.00002675973... an hour
        assertThat(funding.rate()).isEqualTo("-0.0000267597400708752353");
        assertThat(funding.metadata().get("rate_short")).isEqualTo(new BigDecimal("-0.0000326250431510926966"));
    }

    @Test
    void aYearAtTheKeepersAndAnHourInTheTickersAgree() {
        // SOL on 2026-08-18: +1.7595e29 at the keepers, -2.0134e25 in the tickers
        BigDecimal yearly = GmxRates.YEARLY.ofLongs().apply(new BigDecimal("0.17595"));
        BigDecimal hourly = GmxRates.HOURLY.ofLongs().apply(new BigDecimal("-0.000020134"));
        assertThat(yearly).isCloseTo(hourly, withPercentage(0.5));
    }

    @Test
    void snapshotsAreOfASecondAndNegativeWhereASidePays() {
        FundingRate funding =
                GmxDecoderTest.events(FundingRate.class, GmxPayloads.FUNDING).getFirst();
        // 25903000627149213888888 / 1e30 * 3600
        assertThat(funding.rate()).isEqualTo("0.0000932508022577371699999968");
        assertThat(funding.metadata().get("rate_short")).isEqualTo(new BigDecimal("0.0001458456944671248318038376"));
        assertThat(funding.status()).isEqualTo(FundingStatus.SETTLED);
        assertThat(funding.header().timestamp()).isEqualTo(1_750_449_600_000_000L);
    }

    @Test
    void borrowingIsBasisPointsADayOfEachSide() {
        List<BorrowRate> tickers = GmxDecoderTest.events(BorrowRate.class, GmxPayloads.STATES);
        assertThat(tickers).extracting(BorrowRate::side).containsExactly("long", "short");
        // 5600771560682529530251 a second is 20162777618457106308903600 an hour; * 24 * 10 000 / 1e30
        assertThat(tickers.getFirst().bpsPerDay()).isEqualTo("4.83906662842970551416");
        assertThat(tickers.getLast().bpsPerDay()).isEqualTo("0");
        BorrowRate keeper = GmxDecoderTest.events(BorrowRate.class, GmxPayloads.KEEPER_STATES)
                .getFirst();
        assertThat(keeper.bpsPerDay()).isEqualTo("1.01729384753158614");
    }

    @Test
    void openInterestIsTheLargerSideInTokensWithTheVenuesOwnValue() {
        OpenInterest interest = enriched(
                GmxDecoderTest.events(OpenInterest.class, GmxPayloads.STATES).getFirst());
        assertThat(interest.openInterest()).isEqualTo("10512.934");
        assertThat(interest.openInterestBase()).isEqualTo("10512.934");
        assertThat(interest.openInterestUsd()).isEqualTo("852748.10");
        assertThat(interest.metadata())
                .containsEntry("long", new BigDecimal("10512.934"))
                .containsEntry("short", new BigDecimal("9587.121"))
                .containsEntry("long_entry_usd", new BigDecimal("853279.964187529952923764658438425616"));
    }

    @Test
    void keepersCountOpenInterestInUsdAndNotInTokens() {
        OpenInterest interest = enriched(GmxDecoderTest.events(OpenInterest.class, GmxPayloads.KEEPER_STATES)
                .getFirst());
        assertThat(interest.openInterest()).isEqualTo("50962.362065685009972399965082522856");
        assertThat(interest.openInterestBase()).isNull();
        assertThat(interest.openInterestUsd()).isEqualTo("50962.36");
    }

    @Test
    void aTradeIsWorthItsTokensAtThePriceItWasExecutedAt() {
        Trade trade =
                enriched(GmxDecoderTest.events(Trade.class, GmxPayloads.TRADES).getFirst());
        assertThat(trade.baseSize()).isEqualTo("0.01625056");
        // 0.01625056 * 61536.387027772485
        assertThat(trade.valueUsd()).isEqualTo("1000.00");
    }

    @Test
    void withoutTokensTheSizeIsInUsd() {
        VenuePayload older = GmxPayloads.TRADES.withText(
                GmxPayloads.TRADES.text().replace("\"sizeDeltaInTokens\":\"976562500000000000\",", ""));
        Trade trade = enriched(GmxDecoderTest.events(Trade.class, older).getLast());
        assertThat(trade.size()).isEqualTo("2000");
        assertThat(trade.baseSize()).isEqualTo("0.9765625");
        assertThat(trade.valueUsd()).isEqualTo("2000.00");
    }
}
