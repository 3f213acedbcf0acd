package io.tapeline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sizes, values and open interest of real messages, worked out by hand. */
class OkxUnitsTest {
    private static final String LINEAR_TRADE = OkxTape.row(
            "trades",
            "BTC-USDT-SWAP",
            "\"tradeId\":\"2832749645\",\"px\":\"63913.4\",\"sz\":\"34.95\",\"side\":\"sell\",\"ts\":\"1786540436090\"");

    private static Instrument listed(String symbol, String members) {
        List<Decoded> listing = OkxTape.answer(
                "/api/v5/public/instruments",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instId\":\"" + symbol + "\",\"state\":\"live\"," + members
                        + "}]}");
        return ((Decoded.Listed) listing.getFirst()).instrument();
    }

    private static Instrument contract(String symbol, String family, String type, String value) {
        return listed(
                symbol,
                "\"instType\":\"" + (symbol.endsWith("SWAP") ? "SWAP" : "FUTURES") + "\",\"instFamily\":\"" + family
                        + "\",\"settleCcy\":\"X\",\"ctType\":\"" + type + "\",\"ctVal\":\"" + value
                        + "\",\"ctMult\":\"1\"");
    }

    private static MarketEvent last(Instrument instrument, String... messages) {
        return OkxTape.normalized(List.of(instrument), messages).getLast();
    }

    @Test
    void aLinearContractIsAPartOfTheBaseAsset() {
        Trade trade = (Trade) last(contract("BTC-USDT-SWAP", "BTC-USDT", "linear", "0.01"), LINEAR_TRADE);
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.CONTRACTS);
        assertThat(trade.size()).isEqualTo("34.95");
        // 34.95 x 0.01 BTC; 0.3495 x 63913.4 = 22337.7333
        assertThat(trade.baseSize()).isEqualByComparingTo("0.3495");
        assertThat(trade.valueUsd()).isEqualTo("22337.73");
    }

    @Test
    void anInverseContractIsAnAmountOfDollars() {
        Trade trade = (Trade)
                last(
                        contract("FIL-USD-220325", "FIL-USD", "inverse", "10"),
                        OkxTape.row(
                                "trades",
                                "FIL-USD-220325",
                                "\"tradeId\":\"1271987\",\"px\":\"36.239\",\"sz\":\"11\",\"side\":\"buy\",\"ts\":\"1640131185600\""));
        // 11 x 10 USD; 110 / 36.239
        assertThat(trade.valueUsd()).isEqualTo("110.00");
        assertThat(trade.baseSize()).isEqualTo("3.03540384668451116");
    }

    @Test
    void spotCountsTheBaseAsset() {
        Trade trade = (Trade) last(
                listed("BTC-USDT", "\"instType\":\"SPOT\",\"baseCcy\":\"BTC\",\"quoteCcy\":\"USDT\",\"ctVal\":\"\""),
                OkxTape.row(
                        "trades-all",
                        "BTC-USDT",
                        "\"tradeId\":\"1040968613\",\"px\":\"64040.2\",\"sz\":\"0.00240857\",\"side\":\"buy\","
                                + "\"ts\":\"1786538760218\""));
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.BASE);
        assertThat(trade.baseSize()).isEqualTo("0.00240857");
        // 0.00240857 x 64040.2 = 154.245304...
        assertThat(trade.valueUsd()).isEqualTo("154.25");
    }

    @Test
    void anInverseLiquidationIsWorthItsContracts() {
        Liquidation liquidation = (Liquidation) last(
                contract("XRP-USD-230929", "XRP-USD", "inverse", "10"),
                "{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"FUTURES\"},\"data\":[{\"details\":[{"
                        + "\"bkPx\":\"0.55205\",\"posSide\":\"short\",\"side\":\"buy\",\"sz\":\"39\","
                        + "\"ts\":\"1680173247614\"}],\"instId\":\"XRP-USD-230929\",\"instType\":\"FUTURES\"}]}");
        // 39 x 10 USD; 390 / 0.55205
        assertThat(liquidation.valueUsd()).isEqualTo("390.00");
        assertThat(liquidation.baseSize()).isEqualTo("706.457748392355765");
    }

    @Test
    void openInterestOfTheVenueIsKept() {
        OpenInterest interest = (OpenInterest) last(
                contract("BTC-USDT-SWAP", "BTC-USDT", "linear", "0.01"),
                OkxTape.row(
                        "open-interest",
                        "BTC-USDT-SWAP",
                        "\"oi\":\"2216113.01000000309\",\"oiCcy\":\"22161.1301000000309\","
                                + "\"oiUsd\":\"1939251795.54769270396321\",\"ts\":\"1743041250440\""));
        assertThat(interest.openInterest()).isEqualTo("2216113.01000000309");
        assertThat(interest.openInterestBase()).isEqualTo("22161.1301000000309");
        assertThat(interest.openInterestUsd()).isEqualTo("1939251795.54769270396321");
    }

    @Test
    void openInterestOfAnArchiveIsValuedAtTheMarkPrice() {
        OpenInterest interest = (OpenInterest) last(
                contract("WNCG-USDT-SWAP", "WNCG-USDT", "linear", "1"),
                OkxTape.row("mark-price", "WNCG-USDT-SWAP", "\"markPx\":\"2.1729\",\"ts\":\"1640131258180\""),
                OkxTape.row(
                        "open-interest",
                        "WNCG-USDT-SWAP",
                        "\"oi\":\"644195\",\"oiCcy\":\"644195\",\"ts\":\"1640131258756\""));
        // 644195 x 2.1729 = 1399771.3155
        assertThat(interest.openInterestUsd()).isEqualTo("1399771.32");
    }

    @Test
    void fundingOfFourHoursIsDoubledForEight() {
        FundingRate funding = (FundingRate) last(
                OkxInstruments.LINEAR,
                OkxTape.row(
                        "funding-rate",
                        "BTC-USDT-SWAP",
                        "\"fundingRate\":\"0.0001\",\"fundingTime\":\"1785888000000\","
                                + "\"nextFundingTime\":\"1785902400000\",\"ts\":\"1785870855692\""));
        assertThat(funding.intervalHours()).isEqualTo("4");
        assertThat(funding.rate8h()).isEqualByComparingTo("0.0002");
        assertThat(funding.nextFundingTime()).isEqualTo(1_785_888_000_000_000L);
    }

    @Test
    void withoutAContractSizeNothingIsDerived() {
        Trade trade = (Trade) last(
                listed(
                        "BTC-USDT-SWAP",
                        "\"instType\":\"SWAP\",\"instFamily\":\"BTC-USDT\",\"settleCcy\":\"USDT\",\"ctType\":\"linear\","
                                + "\"ctVal\":\"\",\"ctMult\":\"1\""),
                LINEAR_TRADE);
        assertThat(trade.size()).isEqualTo("34.95");
        assertThat(trade.baseSize()).isNull();
        assertThat(trade.valueUsd()).isNull();
    }
}
