package io.tapeline.venue.deribit;

import static io.tapeline.venue.deribit.DeribitFrames.answer;
import static io.tapeline.venue.deribit.DeribitFrames.decode;
import static io.tapeline.venue.deribit.DeribitFrames.event;
import static io.tapeline.venue.deribit.DeribitFrames.notification;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.Decoded.TickerChange;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.OptionSummary;
import io.tapeline.model.event.Orderbook;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.VolatilityIndex;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could be misread. */
class DeribitDecoderTest {
    private static final String DEFAULTS =
            "\"timestamp\":1786563104514,\"price\":1.0e3,\"trade_id\":\"7\",\"trade_seq\":3,"
                    + "\"amount\":20,\"index_price\":63325.19";

    private static List<Decoded> trades(String instrument, String further) {
        return decode(notification(
                "trades." + instrument + ".raw",
                "[{" + DEFAULTS + ",\"instrument_name\":\"" + instrument + "\"," + further + "}]"));
    }

    private static Trade trade(String instrument, String further) {
        return (Trade) ((Decoded.Event) trades(instrument, further).getFirst()).event();
    }

    @ParameterizedTest
    @CsvSource({
        "BTC-PERPETUAL,PERPETUAL,QUOTE",
        "BTC-5JUN26,FUTURE,QUOTE",
        "BTC_USDC-PERPETUAL,PERPETUAL,BASE",
        "BTC_USDC-25DEC26,FUTURE,BASE",
        "BTC-25DEC26-100000-C,OPTION,BASE",
        "MATIC_USDC-9MAR24-1d02-C,OPTION,BASE",
        "BTC_USDC,SPOT,BASE"
    })
    void theSpellingSaysTheMarketAndWhatSizesCount(String symbol, Market market, SizeUnit unit) {
        Trade trade = trade(symbol, "\"direction\":\"buy\"");
        assertThat(trade.instrumentId().market()).isEqualTo(market);
        assertThat(trade.instrumentId().symbol()).isEqualTo(symbol);
        assertThat(trade.sizeUnit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"BTC-FS-25DEC26_PERP", "BTC-CS-19MAY26-70000_75000", "BTC-STRD-30SEP22-20000"})
    void aComboIsLeftOut(String combo) {
        assertThat(trades(combo, "\"direction\":\"buy\",\"legs\":[]")).hasOnlyElementsOfType(Decoded.Ignored.class);
        assertThat(decode(notification(
                        "ticker." + combo + ".raw",
                        "{\"timestamp\":1,\"mark_price\":10.12,\"instrument_name\":\"" + combo + "\"}")))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @Test
    void aLegOfAComboIsATradeThatNamesIt() {
        Trade trade = trade(
                "BTC-PERPETUAL",
                "\"direction\":\"sell\",\"combo_id\":\"BTC-FS-25DEC26_PERP\",\"combo_trade_id\":\"43\"");
        assertThat(trade.metadata()).containsExactlyEntriesOf(java.util.Map.of("combo_id", "BTC-FS-25DEC26_PERP"));
        assertThat(trade.side()).isEqualTo(Side.SELL);
        assertThat(trade.sequence()).isEqualTo(3);
        assertThat(trade.tradeId()).isEqualTo("7");
        assertThat(trade.price()).isEqualTo(new BigDecimal("1000"));
        assertThat(trade.header().timestamp()).isEqualTo(1_786_563_104_514_000L);
    }

    @ParameterizedTest
    @CsvSource({"T,buy,BUY", "T,sell,SELL", "M,buy,SELL", "M,sell,BUY"})
    void theLiquidatedSideDependsOnWhoWasLiquidated(String flag, String direction, Side forced) {
        List<Decoded> decoded =
                trades("BTC-PERPETUAL", "\"direction\":\"" + direction + "\",\"liquidation\":\"" + flag + "\"");
        assertThat(decoded).hasSize(2);
        Liquidation liquidation = (Liquidation) ((Decoded.Event) decoded.getLast()).event();
        assertThat(liquidation.side()).isEqualTo(forced);
        assertThat(liquidation.tradeId()).isEqualTo("7");
        assertThat(liquidation.sizeUnit()).isEqualTo(SizeUnit.QUOTE);
        assertThat(((Trade) ((Decoded.Event) decoded.getFirst()).event()).isLiquidation())
                .isTrue();
    }

    @Test
    void bothLiquidatedAreTwoForcedOrders() {
        List<Decoded> decoded = trades("BTC-PERPETUAL", "\"direction\":\"buy\",\"liquidation\":\"MT\"");
        assertThat(decoded.subList(1, 3))
                .extracting(one -> ((Liquidation) ((Decoded.Event) one).event()).side())
                .containsExactly(Side.BUY, Side.SELL);
        assertThat(decoded.subList(1, 3))
                .extracting(one -> ((Liquidation) ((Decoded.Event) one).event()).tradeId())
                .doesNotHaveDuplicates();
    }

    @Test
    void amountZeroPriceIsAnEmptySide() {
        Quote quote = event(notification("quote.BTC-PERPETUAL", """
                {"timestamp":1765541767174,"instrument_name":"BTC-PERPETUAL","best_ask_price":0.0,"best_bid_price":92288.0,\
                "best_ask_amount":0.0,"best_bid_amount":133440.0}"""));
        assertThat(quote.askPrice()).isNull();
        assertThat(quote.askSize()).isNull();
        assertThat(quote.bidPrice()).isEqualTo(new BigDecimal("92288.0"));
        assertThat(quote.sizeUnit()).isEqualTo(SizeUnit.QUOTE);
        Quote empty = event(notification("quote.BTC_USDC", """
                {"timestamp":1765541767174,"instrument_name":"BTC_USDC","best_ask_price":null,"best_bid_price":null,\
                "best_ask_amount":null,"best_bid_amount":null}"""));
        assertThat(empty.bidPrice()).isNull();
        assertThat(empty.askPrice()).isNull();
    }

    private static BookUpdate book(String head) {
        return (BookUpdate) decode(notification(
                        "book.BTC-PERPETUAL.raw",
                        "{\"timestamp\":1786563084954,\"instrument_name\":\"BTC-PERPETUAL\"," + head
                                + ",\"bids\":[[\"new\",5042.34,30],[\"delete\",1.5e3,0.0]],\"asks\":[]}"))
                .getFirst();
    }

    @Test
    void theTypeSaysWhetherABookIsWholeNotItsPredecessor() {
        BookUpdate stray = book("\"type\":\"snapshot\",\"prev_change_id\":20,\"change_id\":1232767964");
        assertThat(stray.snapshot()).isTrue();
        assertThat(stray.previousSequence()).isNull();
        BookUpdate change = book("\"type\":\"change\",\"prev_change_id\":297217,\"change_id\":297218");
        assertThat(change.snapshot()).isFalse();
        assertThat(change.previousSequence()).isEqualTo(297217);
        assertThat(change.lastSequence()).isEqualTo(297218);
        assertThat(change.bids()).isEqualTo(Levels.of("5042.34", "30", "1500", "0.0"));
        assertThat(change.sizeUnit()).isEqualTo(SizeUnit.QUOTE);
    }

    @Test
    void beforeTypesAMessageWithoutPredecessorWasTheWholeBook() {
        assertThat(book("\"change_id\":297217").snapshot()).isTrue();
        assertThat(book("\"prev_change_id\":297217,\"change_id\":297218").snapshot())
                .isFalse();
    }

    @Test
    void aChangeFromNothingIsTheWholeBookOfANewInstrument() {
        assertThat(book("\"type\":\"change\",\"prev_change_id\":0,\"change_id\":14617771529")
                        .snapshot())
                .isTrue();
    }

    @Test
    void aGroupedBookIsTheBestLevelsAndNoUpdate() {
        Orderbook book = event(notification("book.BTC-PERPETUAL.none.10.100ms", """
                {"instrument_name":"BTC-PERPETUAL","timestamp":1769246173071,"change_id":136725664747,\
                "bids":[[89532.5,254900.0]],"asks":[[89533.0,91570.0]]}"""));
        assertThat(book.bids()).isEqualTo(Levels.of("89532.5", "254900.0"));
        assertThat(book.sequence()).isEqualTo(136725664747L);
    }

    @Test
    void aBookAskedForHasTheSequenceOfTheChannel() {
        Orderbook book =
                event(answer("https://www.deribit.com", "get_order_book?instrument_name=BTC-PERPETUAL&depth=5", """
                {"timestamp":1550757626706,"instrument_name":"BTC-PERPETUAL","change_id":474988,\
                "bids":[[3955.75,30],[3940.75,102020]],"best_bid_price":3955.75,"asks":[]}"""));
        assertThat(book.sequence()).isEqualTo(474988);
        assertThat(book.asks().isEmpty()).isTrue();
    }

    @Test
    void aPerpetualsTickerHasFundingOfEightHours() {
        TickerChange change =
                (TickerChange) decode(notification("ticker.BTC-PERPETUAL.100ms", DeribitTickerPayloads.PERPETUAL))
                        .getFirst();
        Ticker ticker = change.values();
        assertThat(change.snapshot()).isTrue();
        assertThat(ticker.markPrice()).isEqualTo(new BigDecimal("63346.33"));
        assertThat(ticker.indexPrice()).isEqualTo(new BigDecimal("63329.18"));
        assertThat(ticker.lastPrice()).isEqualTo(new BigDecimal("63344"));
        assertThat(ticker.fundingRate()).isEqualTo(new BigDecimal("0.00010036"));
        assertThat(ticker.fundingIntervalHours()).isEqualTo(new BigDecimal("8"));
        assertThat(ticker.predictedRate()).isEqualTo(new BigDecimal("0.00002081"));
        assertThat(ticker.nextFundingTime()).isNull();
    }

    @Test
    void anOptionsTickerIsItsSummary() {
        OptionSummary summary = event(notification("ticker.BTC-5JUN20-9250-C.raw", DeribitTickerPayloads.OPTION));
        assertThat(summary.underlying()).isEqualTo("BTC");
        assertThat(summary.markPrice()).isEqualTo(new BigDecimal("0.03847784"));
        assertThat(summary.markIv()).isEqualTo(new BigDecimal("63.21"));
        assertThat(summary.bidIv()).isEqualTo(new BigDecimal("58.39"));
        assertThat(summary.delta()).isEqualTo(new BigDecimal("0.62959"));
        assertThat(summary.theta()).isEqualTo(new BigDecimal("-28.34113"));
        assertThat(summary.underlyingPrice()).isEqualTo(new BigDecimal("9440.73"));
        assertThat(summary.openInterest()).isEqualTo(new BigDecimal("533.2"));
    }

    @Test
    void anOptionThatNobodyBidsHasNoVolatilityOfBids() {
        OptionSummary summary = event(notification("ticker.BTC-8JUN20-8750-P.raw", DeribitTickerPayloads.EXPIRED));
        assertThat(summary.bidIv()).isNull();
        assertThat(summary.askIv()).isEqualTo(new BigDecimal("500"));
        assertThat(summary.gamma()).isEqualTo(new BigDecimal("0.00007"));
    }

    @Test
    void dvolIsFiledUnderItsIndex() {
        VolatilityIndex dvol = event(notification(
                "deribit_volatility_index.btc_usd",
                "{\"volatility\":129.36,\"timestamp\":1619777946007,\"index_name\":\"btc_usd\"}"));
        assertThat(dvol.instrumentId()).isEqualTo(DeribitSymbol.volatilityIndex("BTC"));
        assertThat(dvol.value()).isEqualTo(new BigDecimal("129.36"));
    }

    @Test
    void paidFundingIsThatOfTheHourBefore() {
        FundingRate paid = event(answer(
                "https://www.deribit.com",
                "get_funding_rate_history?instrument_name=BTC-PERPETUAL&start_timestamp=1&end_timestamp=2",
                """
                [{"timestamp":1569891600000,"index_price":8222.87,"prev_index_price":8305.72,\
                "interest_8h":-9.234260068476106e-05,"interest_1h":-4.739622041017375e-07}]"""));
        assertThat(paid.status()).isEqualTo(FundingStatus.SETTLED);
        assertThat(paid.rate()).isEqualTo(new BigDecimal("-4.739622041017375E-7"));
        assertThat(paid.intervalHours()).isEqualTo(BigDecimal.ONE);
        assertThat(paid.header().timestamp()).isEqualTo(1_569_891_600_000_000L);
    }

    @Test
    void aCandleIsFinalOnceTheVenuesClockIsPastIt() {
        String columns = """
                {"volume":[19.007942601,20.095877981],"cost":[19000,23400],"ticks":[1554373800000,1554375600000],\
                "status":"ok","open":[4963.42,4986.29],"low":[4728.94,4726.6],"high":[5185.45,5250.87],\
                "close":[5052.95,5013.59]},"usOut":1554377399999000,"x":{}""";
        List<Decoded> candles = decode(answer(
                "https://www.deribit.com",
                "get_tradingview_chart_data?instrument_name=ETH-PERPETUAL&resolution=30",
                columns));
        assertThat(candles)
                .extracting(one -> ((Candle) ((Decoded.Event) one).event()).closed())
                .containsExactly(true, false);
        Candle last = (Candle) ((Decoded.Event) candles.getLast()).event();
        assertThat(last.interval()).isEqualTo("30m");
        assertThat(last.volume()).isEqualTo(new BigDecimal("20.095877981"));
        assertThat(last.quoteVolume()).isEqualTo(new BigDecimal("23400"));
    }

    @Test
    void theStreamNeverSaysThatACandleIsFinal() {
        Candle candle = event(notification("chart.trades.BTC_USDC.1D", """
                {"tick":1573645080000,"open":8869.79,"low":8788.25,"high":8870.31,"cost":460,"close":8791.25,\
                "volume":0.05219351}"""));
        assertThat(candle.closed()).isFalse();
        assertThat(candle.interval()).isEqualTo("1d");
        assertThat(candle.instrumentId().market()).isEqualTo(Market.SPOT);
    }
}
