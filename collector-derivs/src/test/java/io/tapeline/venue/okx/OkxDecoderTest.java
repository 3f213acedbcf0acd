package io.tapeline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.Decoded.TickerChange;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.LongShortRatio;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.RatioType;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One test for each thing that could be misread. */
class OkxDecoderTest {

    @Test
    void theSideOfATradeIsTheTakersAndMergedFillsAreCounted() {
        Trade trade = (Trade) OkxTape.event(OkxTape.row(
                "trades",
                "BTC-USDT-SWAP",
                "\"tradeId\":\"5\",\"px\":\"63913.40\",\"sz\":\"34.95\",\"side\":\"sell\",\"ts\":\"1786540436090\","
                        + "\"count\":\"10\",\"source\":\"1\",\"seqId\":333793118093"));
        assertThat(trade.side()).isEqualTo(Side.SELL);
        assertThat(trade.price()).isEqualTo(new BigDecimal("63913.40"));
        assertThat(trade.sequence()).isEqualTo(333793118093L);
        assertThat(trade.metadata()).isEqualTo(Map.of("count", BigDecimal.TEN, "source", "rpi"));
        assertThat(trade.header().timestamp()).isEqualTo(1_786_540_436_090_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "BTC-USDT, SPOT",
        "BTC-USD-SWAP, PERPETUAL",
        "BTC-USD_UM_XPERP-310404, PERPETUAL",
        "BTC-USDT-260925, FUTURE",
        "BTC-USD-241217-92000-C, OPTION"
    })
    void withoutMetadataTheSpellingTellsTheMarket(String symbol, Market market) {
        MarketEvent event = OkxTape.event(OkxTape.row(
                "trades",
                symbol,
                "\"tradeId\":\"5\",\"px\":\"1\",\"sz\":\"1\",\"side\":\"buy\",\"ts\":\"1786540436090\""));
        assertThat(event.instrumentId().market()).isEqualTo(market);
    }

    @Test
    void anEmptySideOfAQuoteIsNoPrice() {
        Quote quote = (Quote) OkxTape.event("{\"arg\":{\"channel\":\"bbo-tbt\",\"instId\":\"BTC-USDT\"},\"data\":[{"
                + "\"asks\":[[\"5.10\",\"2\",\"0\",\"1\"]],\"bids\":[],\"ts\":\"1786540436090\",\"seqId\":7}]}");
        assertThat(quote.bidPrice()).isNull();
        assertThat(quote.bidSize()).isNull();
        assertThat(quote.askPrice()).isEqualTo(new BigDecimal("5.10"));
        assertThat(quote.sequence()).isEqualTo(7);
    }

    @Test
    void aSnapshotContinuesNothingAndAChecksumOfZeroIsNone() {
        BookUpdate snapshot =
                (BookUpdate) OkxTape.message(OkxPayloads.SNAPSHOT.text()).getFirst();
        assertThat(snapshot.snapshot()).isTrue();
        assertThat(snapshot.previousSequence()).isNull();
        assertThat(snapshot.lastSequence()).isEqualTo(100);
        assertThat(snapshot.checksum()).isNull();
    }

    @Test
    void anIndexIsTheSwapsOfItsNameAndNotTheSpotPairs() {
        TickerChange change = (TickerChange) OkxTape.message(
                        OkxTape.row("index-tickers", "BTC-USDT", "\"idxPx\":\"64280.10\",\"ts\":\"1785870839964\""))
                .getFirst();
        assertThat(change.header().instrument().symbol()).isEqualTo("BTC-USDT-SWAP");
        assertThat(change.values().indexPrice()).isEqualTo(new BigDecimal("64280.10"));
        assertThat(change.values().markPrice()).isNull();
    }

    @Test
    void theFundingRateIsForTheNextSettlementAndThatOfTheLastStandsBeside() {
        List<Decoded> decoded = OkxTape.message(OkxTape.row(
                "funding-rate",
                "BTC-USDT-SWAP",
                "\"fundingRate\":\"-0.0004\",\"fundingTime\":\"1785888000000\",\"nextFundingRate\":\"\","
                        + "\"nextFundingTime\":\"1785891600000\",\"settFundingRate\":\"-0.0001996\","
                        + "\"settState\":\"settled\",\"ts\":\"1785870855692\""));
        assertThat(((Decoded.FundingTerms) decoded.getFirst()).intervalHours()).isEqualTo("1");
        FundingRate rate = (FundingRate) ((Decoded.Event) decoded.getLast()).event();
        assertThat(rate.rate()).isEqualTo("-0.0004");
        assertThat(rate.status()).isEqualTo(FundingStatus.ESTIMATED);
        assertThat(rate.nextFundingTime()).isEqualTo(1_785_888_000_000_000L);
        assertThat(rate.predictedRate()).isNull();
        assertThat(rate.metadata())
                .isEqualTo(Map.of("settled_rate", new BigDecimal("-0.0001996"), "settle_state", "settled"));
    }

    @Test
    void archivesForecastTheRateAfterAndSendNoTime() {
        FundingRate rate = (FundingRate) OkxTape.event(OkxTape.row(
                "funding-rate",
                "WNCG-USDT-SWAP",
                "\"fundingRate\":\"0.00048105\",\"fundingTime\":\"1640131200000\",\"nextFundingRate\":\"0.00114\""));
        assertThat(rate.predictedRate()).isEqualTo("0.00114");
        assertThat(rate.intervalHours()).isNull();
        assertThat(rate.header().timeSource()).isEqualTo(TimeSource.RECEIVE);
    }

    @Test
    void ofSettledFundingTheRealizedRateCountsAndTheIntervalBeganAtThePaymentBefore() {
        List<Decoded> decoded = OkxTape.answer(
                "/api/v5/public/funding-rate-history?instId=BTC-USD-SWAP",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":["
                        + "{\"fundingRate\":\"0.2\",\"fundingTime\":\"1703059200000\",\"realizedRate\":\"0.1\"},"
                        + "{\"fundingRate\":\"0.4\",\"fundingTime\":\"1703044800000\",\"realizedRate\":\"0.3\"}]}");
        assertThat(decoded)
                .extracting(d -> (FundingRate) ((Decoded.Event) d).event())
                .satisfiesExactly(
                        newer -> {
                            assertThat(newer.rate()).isEqualTo("0.1");
                            assertThat(newer.status()).isEqualTo(FundingStatus.SETTLED);
                            assertThat(newer.header().timestamp()).isEqualTo(1_703_059_200_000_000L);
                            assertThat(newer.intervalHours()).isEqualTo("4");
                        },
                        older -> {
                            assertThat(older.rate()).isEqualTo("0.3");
                            assertThat(older.intervalHours()).isNull();
                        });
    }

    @Test
    void theSideOfALiquidationIsTheOrdersEvenInNetMode() {
        List<Decoded> decoded =
                OkxTape.message("{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},\"data\":[{"
                        + "\"details\":[{\"bkPx\":\"0.0078310\",\"posSide\":\"net\",\"side\":\"sell\",\"sz\":\"13\",\"ts\":\"1692266434010\"},"
                        + "{\"bkPx\":\"0.1\",\"posSide\":\"short\",\"side\":\"buy\",\"sz\":\"2\",\"ts\":\"1692266434011\"}],"
                        + "\"instId\":\"IOST-USDT-SWAP\",\"instType\":\"SWAP\"}]}");
        assertThat(decoded)
                .extracting(d -> (Liquidation) ((Decoded.Event) d).event())
                .extracting(Liquidation::side)
                .containsExactly(Side.SELL, Side.BUY);
    }

    @ParameterizedTest
    @CsvSource({"BTC-USDT, 2.16", "BTC-USDT-SWAP, 138825.26"})
    void theVolumeOfACandleIsInTheBaseAsset(String symbol, String volume) {
        Candle candle = (Candle)
                OkxTape.event(
                        "{\"arg\":{\"channel\":\"candle4H\",\"instId\":\"" + symbol
                                + "\"},\"data\":[[\"1786538760000\",\"5.0\",\"6\",\"4\",\"5.5\",\"2.16\",\"138825.26\",\"99.10\",\"1\"]]}");
        assertThat(candle.volume()).isEqualTo(volume);
        assertThat(candle.quoteVolume()).isEqualTo("99.10");
        assertThat(candle.interval()).isEqualTo("4h");
        assertThat(candle.closed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"6H", "1D", "1W", "1M"})
    void candlesThatBeginElsewhereThanAtUtcAreLeftOut(String bar) {
        assertThat(OkxTape.message("{\"arg\":{\"channel\":\"candle" + bar + "\",\"instId\":\"BTC-USDT\"},\"data\":[["
                        + "\"1786538760000\",\"5\",\"6\",\"4\",\"5\",\"2\",\"1\",\"9\",\"1\"]]}"))
                .singleElement()
                .isInstanceOf(Decoded.Ignored.class);
    }

    @Test
    void takerVolumeIsSoldFirst() {
        List<Decoded> decoded = OkxTape.answer(
                "/api/v5/rubik/stat/taker-volume-contract?instId=BTC-USDT-SWAP&period=1H",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[[\"1701417600000\",\"200\",\"380\"]]}");
        LongShortRatio ratio = (LongShortRatio) ((Decoded.Event) decoded.getFirst()).event();
        assertThat(ratio.ratioType()).isEqualTo(RatioType.TAKER_VOLUME);
        assertThat(ratio.ratio()).isEqualByComparingTo("1.9");
        assertThat(ratio.period()).isEqualTo("1h");
    }

    @ParameterizedTest
    @CsvSource({
        "BTC-USD-SWAP, SWAP, BTC-USD, normal, inverse, 100, BTC, PERPETUAL, BTC/USD:BTC",
        "BTC-USDT-260925, FUTURES, BTC-USDT, normal, linear, 0.01, USDT, FUTURE, BTC/USDT:USDT-260925",
        "BTC-USD_UM_XPERP-310404, FUTURES, BTC-USD_UM, xperp, linear, 0.001, USD, PERPETUAL, BTC/USD:USD"
    })
    void aContractIsListedByItsFamilyAndRules(
            String symbol,
            String type,
            String family,
            String rules,
            String kind,
            String size,
            String settle,
            Market market,
            String unified) {
        Instrument listed =
                listed("\"instId\":\"" + symbol + "\",\"instType\":\"" + type + "\",\"instFamily\":\"" + family
                        + "\",\"ruleType\":\"" + rules + "\",\"ctType\":\"" + kind + "\",\"ctVal\":\"" + size
                        + "\",\"ctMult\":\"1\",\"settleCcy\":\"" + settle
                        + "\",\"expTime\":\"1932710400000\",\"listTime\":\"1535424203000\",\"state\":\"live\"");
        assertThat(listed.id().market()).isEqualTo(market);
        assertThat(listed.base()).isEqualTo("BTC");
        assertThat(listed.quote()).isEqualTo(family.substring(4).replace("_UM", ""));
        assertThat(listed.unifiedSymbol()).isEqualTo(unified);
        assertThat(listed.contractSize()).isEqualByComparingTo(size);
        assertThat(listed.contractType()).isEqualTo(ContractType.valueOf(kind.toUpperCase()));
        assertThat(listed.expiry() == null).isEqualTo(type.equals("SWAP"));
        assertThat(listed.live()).isTrue();
    }

    @Test
    void theSizeOfAContractIsItsValueTimesItsMultiplier() {
        assertThat(listed(
                                "\"instId\":\"A-USD-SWAP\",\"instType\":\"SWAP\",\"instFamily\":\"A-USD\",\"ctType\":\"inverse\","
                                        + "\"ctVal\":\"10\",\"ctMult\":\"0.5\",\"settleCcy\":\"A\",\"state\":\"suspend\"")
                        .contractSize())
                .isEqualByComparingTo("5");
    }

    private static Instrument listed(String members) {
        List<Decoded> listing = OkxTape.answer(
                "/api/v5/public/instruments", "{\"code\":\"0\",\"msg\":\"\",\"data\":[{" + members + "}]}");
        return ((Decoded.Listed) listing.getFirst()).instrument();
    }
}
