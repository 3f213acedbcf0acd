package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.venue.testing.SharedFrames;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Amounts worked out by hand from real messages. All contracts of the feed are linear. */
class HtxUnitsTest {
    private final HtxSwapVenue venue = new HtxSwapVenue(HtxSettings.defaults());

    private <T extends MarketEvent> T only(Class<T> type, List<Instrument> instruments, VenuePayload... payloads) {
        RawFrame[] frames =
                Arrays.stream(payloads).map(p -> p.frame(venue.feed())).toArray(RawFrame[]::new);
        return SharedFrames.normalized(venue, instruments, frames).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static VenuePayload trade(String row) {
        return VenuePayload.stream(
                "market.$c.trade.detail",
                "{\"ch\":\"market.BTC-USDT.trade.detail\",\"ts\":1645129626929,\"tick\":{\"id\":96710412045,"
                        + "\"ts\":1645129626912,\"data\":[" + row + "]}}");
    }

    /** Recorded 2022-02-17: 20 is 10 bought and 10 sold; 10 x 0.001 BTC x 40990.3 USDT = 409.903 USDT. */
    @Test
    void aTradeCountsBothSidesAndIsHalved() {
        Trade trade = only(
                Trade.class,
                HtxInstruments.live(),
                trade("{\"amount\":20,\"quantity\":0.02,\"trade_turnover\":819.806,\"ts\":1645129626912,"
                        + "\"id\":967104120450000,\"price\":40990.3,\"direction\":\"buy\"}"));
        assertThat(trade.size()).isEqualTo("10");
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.CONTRACTS);
        assertThat(trade.baseSize()).isEqualTo("0.01");
        assertThat(trade.valueUsd()).isEqualTo("409.90");
    }

    @Test
    void theVenuesOwnCoinsAndTurnoverAreWhatTheContractSizeGives() {
        String row = "{\"amount\":20,\"ts\":1645129626912,\"id\":967104120450000,\"price\":40990.3,"
                + "\"direction\":\"buy\"}";
        Trade derived = only(Trade.class, HtxInstruments.live(), trade(row));
        assertThat(derived.baseSize()).isEqualByComparingTo("0.01");
        assertThat(derived.valueUsd()).isEqualTo("409.90");
        Trade unknown = only(Trade.class, List.of(), trade(row));
        assertThat(unknown.baseSize()).as("no contract size, no coins").isNull();
        assertThat(unknown.valueUsd()).isNull();
    }

    @Test
    void anOddAmountIsHalvedExactlyAndKeptWholeBeside() {
        Trade trade = only(
                Trade.class,
                HtxInstruments.live(),
                trade("{\"amount\":3,\"ts\":1645129626912,\"id\":967104120450001,\"price\":40000,"
                        + "\"direction\":\"sell\"}"));
        assertThat(trade.size()).isEqualTo("1.5");
        assertThat(trade.metadata()).hasToString("{amount_of_both_sides=3}");
    }

    /** Captured 2020-12-01: 3 063 121 contracts of 0.001 BTC; an odd count is no sum of two equal sides. */
    @Test
    void openInterestIsCountedOnceAndItsValueIsTheVenuesOwn() {
        OpenInterest interest = only(
                OpenInterest.class,
                HtxInstruments.live(),
                HtxSwapPayloads.rest("/linear-swap-api/v1/swap_open_interest", "contract_code=BTC-USDT", """
                        {"status":"ok","data":[{"volume":3063121.0,"amount":3063.121,"symbol":"BTC",\
                        "value":60398313.5659,"contract_code":"BTC-USDT"}],"ts":1606780807036}
                        """));
        assertThat(interest.openInterest()).isEqualByComparingTo("3063121");
        assertThat(interest.openInterestBase()).isEqualTo("3063.121");
        assertThat(interest.openInterestUsd()).isEqualTo("60398313.57");
        assertThat(interest.metadata()).hasToString("{one_sided=assumed}");
    }

    /** Captured 2020-12-17: 227 contracts x 0.001 BTC x 23350.5 USDT = 5300.5635 USDT, counted once. */
    @Test
    void aLiquidationIsNotHalved() {
        Liquidation liquidation = only(Liquidation.class, HtxInstruments.live(), VenuePayload.stream("", """
                {"op":"notify","topic":"public.BTC-USDT.liquidation_orders","ts":1608226502344,"data":[{\
                "symbol":"BTC","contract_code":"BTC-USDT","direction":"sell","offset":"close","volume":227.0,\
                "price":23350.5,"created_at":1608226502284,"amount":0.227,"trade_turnover":5300.5635}]}
                """));
        assertThat(liquidation.size()).isEqualByComparingTo("227");
        assertThat(liquidation.baseSize()).isEqualTo("0.227");
        assertThat(liquidation.valueUsd()).isEqualTo("5300.56");
    }

    /** 4 contracts on both sides: 2 x 0.001 BTC, 52.2708 / 2 USDT. */
    @Test
    void aCandleCountsBothSidesAndIsHalved() {
        Candle candle = only(Candle.class, List.of(), VenuePayload.stream("", """
                {"ch":"market.BTC-USDT.kline.1min","ts":1603707124366,"tick":{"id":1603707120,"mrid":131592424,\
                "open":13067.7,"close":13067.7,"high":13067.7,"low":13067.7,"amount":0.004,"vol":4,\
                "trade_turnover":52.2708,"count":1}}
                """));
        assertThat(candle.volume()).isEqualTo("0.002");
        assertThat(candle.quoteVolume()).isEqualTo("26.1354");
        assertThat(candle.trades()).isEqualTo(1);
    }

    @Test
    void fundingIsPerTheIntervalOfTheListing() {
        VenuePayload listing = HtxSwapPayloads.rest(
                "/linear-swap-api/v1/swap_contract_info", "business_type=all", HtxSwapPayloads.LISTING);
        FundingRate funding = only(FundingRate.class, List.of(), listing, VenuePayload.stream("", """
                {"op":"notify","topic":"public.*.funding_rate","ts":1790135117894,"data":[{"symbol":"x",\
                "contract_code":"币安人生-USDT","fee_asset":"USDT","funding_time":"1790135110000",\
                "funding_rate":"-0.0002","estimated_rate":null,"settlement_time":"1790150400000"}]}
                """));
        assertThat(funding.intervalHours()).isEqualTo("4");
        assertThat(funding.rate8h()).as("twice the rate of 4 hours").isEqualByComparingTo("-0.0004");
    }
}
