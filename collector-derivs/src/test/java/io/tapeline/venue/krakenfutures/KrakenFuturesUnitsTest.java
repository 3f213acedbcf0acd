package io.tapeline.venue.krakenfutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.venue.testing.SharedFrames;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Amounts worked out by hand from real messages, of inverse and of linear products. */
class KrakenFuturesUnitsTest {
    private final KrakenFuturesVenue venue = new KrakenFuturesVenue(KrakenFuturesSettings.defaults());

    private <T extends MarketEvent> List<T> events(Class<T> type, List<Instrument> instruments, VenuePayload payload) {
        RawFrame frame = payload.frame(venue.feed());
        return SharedFrames.normalized(venue, instruments, frame).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private <T extends MarketEvent> T event(Class<T> type, String text) {
        return events(type, KrakenFuturesInstruments.live(), VenuePayload.stream("", text))
                .getFirst();
    }

    /** Captured 2021-02-02: 15 000 contracts of a dollar; 15000 / 34969.5 = 0.428945223694934 BTC. */
    @Test
    void anInverseTradeCountsDollars() {
        Trade trade = event(Trade.class, """
                {"feed":"trade","product_id":"PI_XBTUSD","uid":"05af78ac-a774-478c-a50c-8b9c234e071e",\
                "side":"sell","type":"fill","seq":653355,"time":1612266317519,"qty":15000,"price":34969.5}
                """);
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.CONTRACTS);
        assertThat(trade.size()).isEqualTo("15000");
        assertThat(trade.valueUsd()).isEqualTo("15000.00");
        assertThat(trade.baseSize()).isCloseTo(new BigDecimal("0.428945223694934"), within("1e-15"));
    }

    /** 1.459 ETH at 1751.6: 2555.5844 USD. */
    @Test
    void aLinearTradeCountsBaseUnits() {
        Trade trade = event(Trade.class, """
                {"feed":"trade","product_id":"PF_ETHUSD","uid":"05af78ac-a774-478c-a50c-8b9c234e0000",\
                "side":"buy","type":"fill","seq":1,"time":1783587648112,"qty":1.459,"price":1751.6}
                """);
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.BASE);
        assertThat(trade.baseSize()).isEqualTo("1.459");
        assertThat(trade.valueUsd()).isEqualTo("2555.58");
    }

    /** Captured 2026-07-09: 24085.822 ETH at the mark price 1751.97553924942 are 42 197 770.99 USD. */
    @Test
    void openInterestOfALinearProductIsInBaseUnits() {
        OpenInterest interest = event(OpenInterest.class, KrakenFuturesPayloads.TICKER);
        assertThat(interest.openInterest()).isEqualTo("24085.822");
        assertThat(interest.openInterestBase()).isEqualTo("24085.822");
        assertThat(interest.openInterestUsd())
                .isEqualTo(new BigDecimal("24085.822")
                        .multiply(new BigDecimal("1751.97553924942"))
                        .setScale(2, java.math.RoundingMode.HALF_UP))
                .isBetween(new BigDecimal("42197770"), new BigDecimal("42197771"));
    }

    /** Captured 2023-02-14: 30 072 580 dollars at the mark price 21979.68641534714 are 1368.1987 BTC. */
    @Test
    void openInterestOfAnInverseProductIsInDollars() {
        OpenInterest interest = event(OpenInterest.class, INVERSE_TICKER);
        assertThat(interest.openInterest()).isEqualTo("30072580.0");
        assertThat(interest.openInterestBase()).isCloseTo(new BigDecimal("1368.1987"), within("0.0001"));
        assertThat(interest.openInterestUsd()).isEqualTo("30072580.00");
    }

    private static final String INVERSE_TICKER = """
            {"time":1676393235406,"product_id":"PI_XBTUSD","funding_rate":-6.2604214e-11,\
            "funding_rate_prediction":-3.65989977e-10,"relative_funding_rate":-1.380384722222e-6,\
            "relative_funding_rate_prediction":-8.047629166667e-6,"next_funding_rate_time":1676394000000,\
            "feed":"ticker","bid":21978.5,"ask":21987.0,"bid_size":2536.0,"ask_size":13948.0,"index":21984.54,\
            "last":21983.5,"openInterest":30072580.0,"markPrice":21979.68641534714,"maturityTime":0}
            """;

    @Test
    void fundingIsAFractionPerHourAndTheNextHourIsPredicted() {
        FundingRate funding = event(FundingRate.class, KrakenFuturesPayloads.TICKER);
        assertThat(funding.rate()).isEqualTo("0.0000186711875");
        assertThat(funding.intervalHours()).isEqualTo("1");
        assertThat(funding.rate8h()).isEqualByComparingTo("0.0001493695");
        assertThat(funding.predictedRate()).isEqualTo("0.00001783425");
        assertThat(funding.nextFundingTime()).isEqualTo(1_783_591_200_000_000L);
    }

    /** 0.032725177043125 USD per ETH / 1751.75 USD = 1.868 e-5; -6.2604214e-11 BTC per dollar x 21984.54 = -1.376 e-6. */
    @Test
    void anAmountOfFundingBecomesTheFractionThatTheVenueItselfSays() {
        FundingRate linear = event(
                FundingRate.class, KrakenFuturesPayloads.TICKER.replace("\"relative_funding_rate", "\"other_rate"));
        assertThat(linear.rate()).isCloseTo(new BigDecimal("0.0000186711875"), within("2e-8"));
        FundingRate inverse =
                event(FundingRate.class, INVERSE_TICKER.replace("\"relative_funding_rate", "\"other_rate"));
        assertThat(inverse.rate()).isCloseTo(new BigDecimal("-0.000001380384722222"), within("1e-8"));
    }

    /** 1.18588737106e-7 BTC per dollar and hour x 21087.8 USD = 0.00250077557... per hour. */
    @Test
    void fundingOfRestIsAnAmountToo() {
        FundingRate funding = events(
                        FundingRate.class,
                        KrakenFuturesInstruments.live(),
                        KrakenFuturesPayloads.rest("/derivatives/api/v3/tickers", "", KrakenFuturesPayloads.TICKERS))
                .getFirst();
        assertThat(funding.rate()).isCloseTo(new BigDecimal("0.0025007755"), within("1e-9"));
    }

    @Test
    void settledFundingIsPerHourWhateverThePeriodAndTheRunningOneIsLeftOut() {
        List<FundingRate> settled = events(
                FundingRate.class,
                List.of(),
                KrakenFuturesPayloads.rest(
                        "/derivatives/api/v3/historical-funding-rates",
                        "?symbol=PI_XBTUSD",
                        KrakenFuturesPayloads.FUNDING));
        assertThat(settled).hasSize(2).allMatch(rate -> rate.status() == FundingStatus.SETTLED);
        assertThat(settled.getFirst().rate()).isEqualTo("-0.000016898883333333");
        assertThat(settled.getFirst().header().timestamp()).as("04:00").isEqualTo(1_656_388_800_000_000L);
        assertThat(settled.getFirst().metadata()).hasToString("{period_hours=4}");
        assertThat(settled.getFirst().rate8h()).isEqualByComparingTo("-0.000135191066666664");
        assertThat(settled.getLast().rate()).as("an exponent is resolved").isEqualTo("-0.000000540935416667");
        assertThat(settled.getLast().metadata()).isEmpty();
    }

    /** Captured 2020-06-30. */
    @Test
    void aLiquidationIsATradeAndALiquidation() {
        String text = """
                {"feed":"trade","product_id":"PI_XBTUSD","uid":"3ee209b8-bc9f-4ed5-965b-8c6208b26411",\
                "side":"sell","type":"liquidation","seq":41799,"time":1593561965283,"qty":12000,"price":8000}
                """;
        Liquidation liquidation = event(Liquidation.class, text);
        assertThat(liquidation.tradeId()).isEqualTo("3ee209b8-bc9f-4ed5-965b-8c6208b26411");
        assertThat(liquidation.baseSize()).isEqualByComparingTo("1.5");
        assertThat(liquidation.valueUsd()).isEqualTo("12000.00");
        assertThat(event(Trade.class, text).isLiquidation()).isTrue();
    }

    @Test
    void volumeOfAnInverseCandleIsInDollars() {
        Candle inverse = candle("PI_XBTUSD");
        assertThat(inverse.volume()).isNull();
        assertThat(inverse.quoteVolume()).isEqualTo("2407");
        Candle linear = candle("PF_ETHUSD");
        assertThat(linear.volume()).isEqualTo("2407");
        assertThat(linear.quoteVolume()).isNull();
    }

    private Candle candle(String product) {
        return events(
                        Candle.class,
                        List.of(),
                        KrakenFuturesPayloads.rest(
                                "/api/charts/v1/trade/" + product + "/1h",
                                "?from=1&to=2",
                                "{\"candles\":[{\"time\":1731718800000,\"open\":\"91045.5\",\"high\":\"91488.5\","
                                        + "\"low\":\"91045.5\",\"close\":\"91415\",\"volume\":\"2407\"}]}"))
                .getFirst();
    }

    private static Offset<BigDecimal> within(String offset) {
        return Offset.offset(new BigDecimal(offset));
    }
}
