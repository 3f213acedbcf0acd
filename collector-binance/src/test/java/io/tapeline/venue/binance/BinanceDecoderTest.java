package io.tapeline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Orderbook;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each stream message means, and what is said of one that means nothing. */
class BinanceDecoderTest {
    private final Venue spot = new BinanceSpotVenue(BinanceSettings.defaults());
    private final Venue futures = new BinanceFuturesVenue(BinanceSettings.defaults());

    private static final InstrumentId PERPETUAL = new InstrumentId("binance", Market.PERPETUAL, "BTCUSDT");

    private static List<Decoded> decode(Venue venue, String text) {
        return venue.decoder().decode(VenuePayload.stream("", text).frame(venue.feed()), InstrumentLookup.NONE);
    }

    private static MarketEvent event(Venue venue, String text) {
        return ((Decoded.Event) decode(venue, text).getFirst()).event();
    }

    private static String reason(Venue venue, String text) {
        return ((Decoded.Malformed) decode(venue, text).getFirst()).reason();
    }

    private static String trade(String price, String size) {
        return "{\"e\":\"aggTrade\",\"E\":1790046465702,\"a\":3460311795,\"s\":\"BTCUSDT\",\"p\":" + price + ",\"q\":"
                + size + ",\"nq\":\"0.401\",\"f\":1,\"l\":2,\"T\":1790046465580,\"m\":false,\"st\":1}";
    }

    @Test
    void aTradeCarriesItsTransactionTimeItsAggregateIdAndTheWholeSize() {
        assertThat(event(futures, trade("\"85595.90\"", "\"0.411\"")))
                .isEqualTo(new Trade(
                        Header.venue(PERPETUAL, 1_790_046_465_580_000L, VenuePayload.RECEIVED),
                        "3460311795",
                        Side.BUY,
                        new BigDecimal("85595.90"),
                        new BigDecimal("0.411"),
                        SizeUnit.BASE,
                        null,
                        null,
                        null,
                        false,
                        Map.of()));
    }

    @Test
    void aBuyerWhoWasTheMakerMeansThatTheSellerTook() {
        assertThat(((Trade) event(spot, BinanceSpotPayloads.TRADE.text())).side())
                .isEqualTo(Side.SELL);
    }

    @Test
    void membersMayComeInAnyOrder() {
        String text =
                "{\"data\":{\"m\":false,\"T\":1790046465580,\"q\":\"0.411\",\"p\":\"85595.90\",\"s\":\"BTCUSDT\",\"new\":{\"a\":[1]},"
                        + "\"a\":3460311795,\"st\":1,\"E\":1790046465702,\"e\":\"aggTrade\"},\"stream\":\"btcusdt@aggTrade\"}";
        assertThat(decode(futures, text)).isEqualTo(decode(futures, trade("\"85595.90\"", "\"0.411\"")));
    }

    @Test
    void aBookChangeCarriesTheThreeNumbersOfItsPlaceInTheSequence() {
        BookUpdate update = (BookUpdate)
                decode(futures, BinanceFuturesPayloads.FIRST.text()).getFirst();
        assertThat(update)
                .isEqualTo(new BookUpdate(
                        Header.venue(PERPETUAL, 1_790_526_538_981_000L, VenuePayload.RECEIVED),
                        false,
                        Levels.EMPTY,
                        Levels.of("64346.70", "589.8041", "64347.00", "0.000"),
                        SizeUnit.BASE,
                        9_450L,
                        9_600L,
                        9_300L,
                        null));
    }

    @Test
    void spotBookChangesHaveOnlyTheSendingTime() {
        BookUpdate update =
                (BookUpdate) decode(spot, BinanceSpotPayloads.FIRST.text()).getFirst();
        assertThat(update.header().timestamp()).isEqualTo(1_789_722_601_500_000L);
        assertThat(update.header().timeSource()).isEqualTo(TimeSource.VENUE);
        assertThat(update.previousSequence()).isNull();
    }

    @Test
    void spotQuotesHaveNoTimeOfTheirOwnAndAnEmptySideIsNull() {
        Quote quote = (Quote)
                event(
                        spot,
                        "{\"u\":7,\"s\":\"BNBUSDT\",\"b\":\"0.00000000\",\"B\":\"0.00000000\",\"a\":\"25.36520000\",\"A\":\"40.66000000\"}");
        assertThat(quote.header())
                .isEqualTo(Header.received(new InstrumentId("binance", Market.SPOT, "BNBUSDT"), VenuePayload.RECEIVED));
        assertThat(quote.bidPrice()).isNull();
        assertThat(quote.bidSize()).isNull();
        assertThat(quote.askPrice()).isEqualTo("25.36520000");
        assertThat(quote.sequence()).isEqualTo(7);
    }

    @Test
    void bestLevelsAreToldFromChangesByTheStreamAlone() {
        String data =
                "{\"e\":\"depthUpdate\",\"E\":1790046434001,\"T\":1790046434000,\"s\":\"BTCUSDT\",\"U\":1,\"u\":9,\"pu\":0,"
                        + "\"b\":[[\"85606.30\",\"16.972\"]],\"a\":[]}";
        assertThat(event(futures, "{\"stream\":\"btcusdt@depth5@100ms\",\"data\":" + data + "}"))
                .isInstanceOf(Orderbook.class);
        assertThat(decode(futures, "{\"stream\":\"btcusdt@depth@100ms\",\"data\":" + data + "}"))
                .hasOnlyElementsOfType(BookUpdate.class);
        String spotLevels = "{\"lastUpdateId\":160,\"bids\":[[\"0.0024\",\"10\"]],\"asks\":[]}";
        Orderbook top = (Orderbook) event(spot, "{\"stream\":\"bnbbtc@depth10\",\"data\":" + spotLevels + "}");
        assertThat(top.instrumentId().symbol()).isEqualTo("BNBBTC");
        assertThat(top.sequence()).isEqualTo(160);
        assertThat(decode(spot, spotLevels)).hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @Test
    void markPricesCarryTheEstimateForTheNextPaymentUnlessTheContractIsDated() {
        String text =
                "{\"e\":\"markPriceUpdate\",\"E\":1786171884000,\"s\":\"BTCUSDT\",\"p\":\"64991.37858696\",\"P\":\"1\","
                        + "\"i\":\"65016.05673913\",\"r\":\"%s\",\"T\":%d}";
        List<Decoded> both = decode(futures, text.formatted("0.00003936", 1_786_176_000_000L));
        assertThat(both).hasSize(2);
        assertThat(((Decoded.Event) both.getLast()).event())
                .isEqualTo(new FundingRate(
                        Header.venue(PERPETUAL, 1_786_171_884_000_000L, VenuePayload.RECEIVED),
                        new BigDecimal("0.00003936"),
                        FundingStatus.ESTIMATED,
                        null,
                        null,
                        null,
                        1_786_176_000_000_000L,
                        Map.of()));
        assertThat(decode(futures, text.formatted("", 1_786_176_000_000L))).hasSize(1);
        assertThat(decode(futures, text.formatted("0.00000000", 0L))).hasSize(1);
    }

    @Test
    void liquidationsReportTheAveragePriceAndTheTotalFill() {
        Liquidation event = (Liquidation) event(
                futures,
                "{\"e\":\"forceOrder\",\"E\":1786172557615,\"o\":{\"s\":\"BTCUSDT\",\"S\":\"SELL\",\"o\":\"LIMIT\",\"q\":\"5\","
                        + "\"p\":\"1\",\"ap\":\"0.1355000\",\"l\":\"2\",\"z\":\"4.5\",\"T\":1786172556607}}");
        assertThat(event)
                .isEqualTo(new Liquidation(
                        Header.venue(PERPETUAL, 1_786_172_556_607_000L, VenuePayload.RECEIVED),
                        Side.SELL,
                        new BigDecimal("0.1355000"),
                        new BigDecimal("4.5"),
                        SizeUnit.BASE,
                        null,
                        null,
                        null));
    }

    @ParameterizedTest
    @CsvSource({"BTCUSD_PERP,", "BTCUSD_260925,", "ANY,2"})
    void coinMarginedContractsAreLeftOut(String symbol, Integer st) {
        String text =
                trade("\"1\"", "\"1\"").replace("BTCUSDT", symbol).replace(",\"st\":1", st == null ? "" : ",\"st\":2");
        assertThat(decode(futures, text)).hasOnlyElementsOfType(Decoded.Ignored.class);
        String all = "{\"stream\":\"!forceOrder@arr\",\"data\":{\"e\":\"forceOrder\",\"E\":1,\"o\":{\"s\":\"" + symbol
                + "\",\"S\":\"SELL\",\"ap\":\"1\",\"z\":\"1\",\"T\":1" + (st == null ? "" : ",\"st\":2") + "}}}";
        assertThat(decode(futures, all)).hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @Test
    void anArrayOfAllSymbolsIsReadElementByElement() {
        String one =
                "{\"e\":\"markPriceUpdate\",\"E\":1786171884000,\"s\":\"%s\",\"p\":\"1.50\",\"i\":\"1.5\",\"r\":\"\",\"T\":0,\"st\":%d}";
        String array = "[" + one.formatted("BTCUSDT_260925", 1) + "," + one.formatted("ETHUSD_PERP", 2) + "]";
        List<Decoded> raw = decode(futures, array);
        assertThat(raw).hasSize(2).element(1).isInstanceOf(Decoded.Ignored.class);
        assertThat(((Decoded.Event) raw.getFirst()).event().instrumentId().market())
                .isEqualTo(Market.FUTURE);
        assertThat(decode(futures, "{\"stream\":\"!markPrice@arr@1s\",\"data\":" + array + "}"))
                .isEqualTo(raw);
    }

    @Test
    void aCandleKeepsItsOpeningTimeAndWhetherItIsFinal() {
        Candle candle = (Candle)
                event(
                        spot,
                        "{\"e\":\"kline\",\"E\":5,\"s\":\"BNBBTC\",\"k\":{\"t\":1672515780000,\"T\":1672515839999,\"i\":\"1M\",\"f\":-1,"
                                + "\"L\":-1,\"o\":\"1.0\",\"c\":\"4.0\",\"h\":\"5.0\",\"l\":\"0.5\",\"v\":\"0\",\"n\":0,\"x\":true,\"q\":\"0\",\"V\":\"0\",\"Q\":\"0\"}}");
        assertThat(candle.header().timestamp()).isEqualTo(1_672_515_780_000_000L);
        assertThat(candle.interval()).isEqualTo("1M");
        assertThat(candle.closed()).isTrue();
        assertThat(candle.close()).isEqualTo("4.0");
        assertThat(candle.low()).isEqualTo("0.5");
    }

    @Test
    void theListingDecidesTheMarketWhenThereIsOne() {
        Instrument odd = BinanceInstruments.instrument(Market.FUTURE, "BTC", "BTCUSDT", 1L);
        Decoded decoded = futures.decoder()
                .decode(
                        VenuePayload.stream("", trade("\"1\"", "\"1\"")).frame("binance-futures"),
                        symbol -> symbol.equals("BTCUSDT") ? odd : null)
                .getFirst();
        assertThat(((Decoded.Event) decoded).event().instrumentId()).isEqualTo(odd.id());
    }

    @Test
    void microsecondsOfASpotClientThatAskedForThemAreKept() {
        String text = trade("\"1\"", "\"1\"").replace("1790046465580", "1790046465580123");
        assertThat(event(spot, text).header().timestamp()).isEqualTo(1_790_046_465_580_123L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            null                    | p: expected a decimal number, got null
            {}                      | p: expected a decimal number, got something else
            "abc"                   | p: expected a decimal number, got 'abc'
            ""                      | p: expected a decimal number, got 0 characters
            "1e-9999"               | p: number out of range: '1e-9999'
            "1e9999"                | p: number out of range: '1e9999'
            "NaN"                   | p: expected a decimal number, got 'NaN'
            """)
    void aBadPriceIsNamed(String price, String reason) {
        assertThat(reason(futures, trade(price, "\"1\""))).isEqualTo(reason);
    }

    @Test
    void scientificNotationIsResolvedExactly() {
        assertThat(((Trade) event(futures, trade("\"1.50E+3\"", "\"5E-7\""))).price())
                .isEqualTo("1500");
        assertThat(((Trade) event(futures, trade("\"1.50E+3\"", "\"5E-7\"")))
                        .size()
                        .toPlainString())
                .isEqualTo("0.0000005");
    }

    @Test
    void aNumberOfAHundredDigitsIsOutOfRange() {
        assertThat(reason(futures, trade("\"" + "9".repeat(100) + "\"", "\"1\"")))
                .startsWith("p: number out of range");
        assertThat(reason(futures, trade("\"" + "9".repeat(100_000) + "\"", "\"1\"")))
                .startsWith("p: expected")
                .hasSizeLessThan(300);
        String text = BinanceFuturesPayloads.FIRST.text().replace("64346.70", "1234567890123456789.5");
        assertThat(reason(futures, text)).startsWith("a: a book level has at most 18 digits");
    }

    @ParameterizedTest
    @CsvSource({"\\u0000", "BTC\\u0000USDT", "BTC USDT", "BTC\\nUSDT", "''"})
    void aSymbolThatNoKeyCanCarryIsRefused(String symbol) {
        assertThat(reason(futures, trade("\"1\"", "\"1\"").replace("BTCUSDT", symbol)))
                .isEqualTo("s: expected a symbol of 1 to 64 visible characters, got something else");
    }

    @Test
    void symbolsOutsideAsciiAreKept() {
        assertThat(event(spot, trade("\"1\"", "\"1\"").replace("BTCUSDT", "币安人生USDT"))
                        .instrumentId()
                        .symbol())
                .isEqualTo("币安人生USDT");
    }

    @Test
    void idsAndTimesBeyondTheirRangeAreNamed() {
        assertThat(reason(futures, trade("\"1\"", "\"1\"").replace("3460311795", "99999999999999999999")))
                .isEqualTo("a: expected an integer of 64 bits, got something else");
        assertThat(reason(futures, trade("\"1\"", "\"1\"").replace("1790046465580", "-5")))
                .isEqualTo("T: expected milliseconds since 1970, got -5");
        assertThat(reason(futures, trade("\"1\"", "\"1\"").replace("1790046465580", "9007199254740993000")))
                .startsWith("T: expected milliseconds since 1970");
    }

    @Test
    void aFrameLongerThanAnyOfTheVenuesIsRefused() {
        String text = "{\"e\":\"x\",\"pad\":\"" + "x".repeat(futures.limits().maxFrameBytes()) + "\"}";
        assertThat(reason(futures, text)).startsWith("frame: expected at most 2097152 bytes");
    }

    @Test
    void aPriceWithoutItsSizeIsRefused() {
        String text = BinanceFuturesPayloads.FIRST.text().replace("[\"64346.70\",\"589.8041\"]", "[\"64346.70\"]");
        assertThat(reason(futures, text)).isEqualTo("a: expected [price, size], got END_ARRAY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"result":null,"id":7}                                  | Acknowledged[requestId=7]
            {"id":"a1","result":["btcusdt@aggTrade"]}               | Acknowledged[requestId=a1]
            {"code":2,"msg":"Invalid request"}                      | Rejected[requestId=null, reason=2 Invalid request]
            {"code":2,"msg":"Invalid request","id":7}               | Rejected[requestId=7, reason=2 Invalid request]
            {"error":{"code":1,"msg":"Bad value"},"id":9}           | Rejected[requestId=9, reason=1 Bad value]
            {"error":"no such stream","id":9}                       | Rejected[requestId=9, reason=no such stream]
            {"stream":"!serverShutdown","data":{"e":"serverShutdown","E":1}} | Closing[reason=the venue announced serverShutdown]
            {"e":"serverShutdown","E":1770123456789}                | Closing[reason=the venue announced serverShutdown]
            """)
    void controlMessagesAreToldApart(String text, String expected) {
        assertThat(decode(spot, text)).singleElement().hasToString(expected);
        assertThat(decode(futures, text)).singleElement().hasToString(expected);
    }
}
