package io.tapeline.venue.bybit;

import static io.tapeline.venue.bybit.BybitReading.of;
import static io.tapeline.venue.bybit.BybitReading.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.feed.Normalizer;
import io.tapeline.collector.frame.FrameLine;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Amounts worked out by hand from real messages. The feed has no quanto contracts. */
class BybitUnitsTest {
    private static final Instrument ROSE = BybitInstruments.listed(BybitPayloads.PERPETUAL.replace("BTC", "ROSE"))
            .getFirst();
    private static final Instrument INVERSE = BybitInstruments.listed(BybitPayloads.PERPETUAL
                    .replace("BTCUSDT", "BTCUSD")
                    .replace("LinearPerpetual", "InversePerpetual")
                    .replace("\"quoteCoin\":\"USDT\"", "\"quoteCoin\":\"USD\"")
                    .replace("\"settleCoin\":\"USDT\"", "\"settleCoin\":\"BTC\""))
            .getFirst();

    @Test
    void sizesOfALinearContractCountTheBaseAsset() {
        Trade trade = of(Trade.class, published(List.of(BybitInstruments.perpetual()), BybitPayloads.TRADES.text()))
                .getFirst();
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.BASE);
        assertThat(trade.baseSize()).isEqualTo("0.015");
        // 0.015 BTC x 63976.10 = 959.6415 USDT
        assertThat(trade.valueUsd()).isEqualTo("959.64");
    }

    @Test
    void aLiquidationIsWorthItsSizeAtTheBankruptcyPrice() {
        Liquidation liquidation = of(Liquidation.class, published(List.of(ROSE), BybitPayloads.LIQUIDATION.text()))
                .getFirst();
        assertThat(liquidation.baseSize()).isEqualTo("20000");
        // 20000 ROSE x 0.04499 = 899.80 USDT
        assertThat(liquidation.valueUsd()).isEqualTo("899.80");
    }

    @Test
    void openInterestIsOneSidedAndWorthWhatTheVenueSays() {
        OpenInterest interest = of(
                        OpenInterest.class,
                        published(List.of(BybitInstruments.perpetual()), BybitPayloads.TICKER.text()))
                .getFirst();
        assertThat(interest.openInterest()).isEqualTo("28899.069");
        assertThat(interest.openInterestBase()).isEqualByComparingTo("28899.069");
        // singleOpenInterestValue of the same message
        assertThat(interest.openInterestUsd()).isEqualTo("1848343994.54");
    }

    @Test
    void openInterestOfBothSidesIsHalved() {
        String before = BybitPayloads.TICKER.text().replaceAll("\"singleOpenInterest(Value)?\":\"[0-9.]+\",", "");
        OpenInterest interest = of(OpenInterest.class, published(List.of(BybitInstruments.perpetual()), before))
                .getFirst();
        // 57798.137 / 2
        assertThat(interest.openInterest()).isEqualByComparingTo("28899.0685");
        // 28899.0685 x 63958.60 = 1848343962.5641
        assertThat(interest.openInterestUsd()).isEqualTo("1848343962.56");
    }

    @Test
    void aFundingRateIsProratedToEightHours() {
        String hourly =
                BybitPayloads.TICKER.text().replace("\"fundingIntervalHour\":\"8\"", "\"fundingIntervalHour\":\"2\"");
        FundingRate funding = of(FundingRate.class, published(List.of(BybitInstruments.perpetual()), hourly))
                .getFirst();
        // 0.0000544 x 8 / 2
        assertThat(funding.rate8h()).isEqualByComparingTo("0.0002176");
    }

    @Test
    void withoutTheIntervalInTheTickerThatOfTheListingHolds() {
        List<MarketEvent> events = new ArrayList<>();
        Normalizer normalizer =
                new Normalizer(BybitReading.VENUE, List.of(), false, null, events::add, (line, reason) -> {});
        String fourHourly = BybitPayloads.PERPETUAL.replace("\"fundingInterval\":480", "\"fundingInterval\":240");
        normalizer.accept(new FrameLine.Frame(
                1, null, BybitPayloads.listing("[" + fourHourly + "]", "").frame("bybit")));
        String ticker = BybitPayloads.TICKER.text().replace("\"fundingIntervalHour\":\"8\",", "");
        normalizer.accept(new FrameLine.Frame(
                2, null, BybitPayloads.TICKER.withText(ticker).frame("bybit")));
        assertThat(of(FundingRate.class, events).getFirst())
                .returns("4", funding -> String.valueOf(funding.intervalHours()))
                .returns("0.0001088", funding -> funding.rate8h().toPlainString());
    }

    @Test
    void sizesOfAnInverseContractInARecordingCountDollars() {
        List<MarketEvent> events = published(List.of(INVERSE), """
                {"topic":"publicTrade.BTCUSD","type":"snapshot","ts":1680673823566,"data":[{"T":1680673823564,"s":"BTCUSD",\
                "S":"Buy","v":"5823","p":"28560.50","L":"PlusTick","i":"0cbf2330-952d-5d03-a462-4bf826c867af","BT":false}]}""", """
                {"topic":"tickers.BTCUSD","type":"snapshot","data":{"symbol":"BTCUSD","lastPrice":"28560.00",\
                "markPrice":"28560.00","indexPrice":"28566.94","openInterest":"449736676","openInterestValue":"15747.08"},\
                "cs":20856433578,"ts":1680673822577}""");
        Trade trade = of(Trade.class, events).getFirst();
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.QUOTE);
        assertThat(trade.valueUsd()).isEqualTo("5823.00");
        // 5823 / 28560.50
        assertThat(trade.baseSize()).isEqualByComparingTo("0.20388298524185501");
        OpenInterest interest = of(OpenInterest.class, events).getFirst();
        assertThat(interest.openInterest()).isEqualByComparingTo("224868338");
        // 224868338 / 28560.00, which the venue says, of both sides, as 15747.08
        assertThat(interest.openInterestBase()).isEqualTo("7873.54124649859944");
        assertThat(interest.openInterestUsd()).isEqualTo("224868338.00");
    }
}
